package org.softpause.e2e.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.softpause.e2e.harness.DeployerProgram;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.PauseOrder;
import org.softpause.e2e.harness.ProposedCeremony;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.harness.Signatory;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** Step 2 of the demo: the key ceremony, the registry's deployment and its first drill. */
final class SetUpCommittee implements DemoStep<DemoCommittee> {

  private static final List<String> NAMES =
      List.of("Switzerland", "Kenya", "Brazil", "India", "World Citizens Assembly");

  private static final PauseOrder DRILL = new PauseOrder(10, 5000, List.of(), 7, 60, 5, 0, true);

  private final DemoContext context;
  private final Terminal terminal;
  private final Servers servers;
  private final ServiceProcess service;
  private final Runnable meanwhile;

  /** Takes work that starts as soon as the group key exists. */
  SetUpCommittee(DemoContext context, Servers servers, Runnable meanwhile) {
    this.context = context;
    this.terminal = context.terminal();
    this.servers = servers;
    this.service = servers.service();
    this.meanwhile = meanwhile;
  }

  @Override
  public DemoCommittee play() throws IOException {
    List<Signatory> five = enrolFive();
    ProposedCeremony ceremony = makeKey(five);
    meanwhile.run();
    JsonNode deployment = deploy(ceremony);
    terminal.progress(
        "Each signatory checks the deployed registry against its own memory of the ceremony",
        () -> Parallel.each(five, one -> one.checksDeployment(service.deploymentFile())));
    five.subList(1, 4).forEach(Signatory::watches);
    AnchoredDecision drill = drill(five);
    Expect.that(
        service.api().get("/v1/registry").path("live").asBoolean(), "the registry is not live");
    terminal.done("The registry is live: its key has signed, and the contract has checked it");
    return new DemoCommittee(five, deployment, drill);
  }

  private List<Signatory> enrolFive() throws IOException {
    List<Signatory> five = new ArrayList<>();
    for (String name : NAMES) {
      five.add(
          Signatory.named(
              name,
              context.data().folder("signers"),
              service.url(),
              servers.ethereum().endpoint(),
              context.toolkit()));
    }
    terminal.progress(
        "Each makes a key store of its own and registers with a one-time code: "
            + String.join(", ", NAMES),
        () -> Parallel.each(five, one -> one.enrols(service.enrolmentCode(one.name(), List.of()))));
    return five;
  }

  private ProposedCeremony makeKey(List<Signatory> five) {
    ProposedCeremony ceremony =
        terminal.progress(
            "Switzerland draws up the list of members",
            () -> five.getFirst().proposesCeremony("International Compute Council", 3, five),
            made ->
                "The list of members, whose fingerprint all five compare: " + made.fingerprint());
    String key =
        terminal.progress(
            "All five make the key together, 3 of 5 needed, no dealer",
            () -> groupKey(Parallel.all(five.stream().map(one -> joining(one, ceremony)).toList())),
            made -> "A 3-of-5 key over the service's bulletin board, with no dealer: " + made);
    Expect.that(!key.isEmpty(), "the ceremony made no group key");
    return ceremony;
  }

  private static Callable<JsonNode> joining(Signatory one, ProposedCeremony ceremony) {
    return () -> one.joins(ceremony);
  }

  private static String groupKey(List<JsonNode> results) {
    List<String> keys =
        results.stream().map(one -> one.path("groupKey").asString()).distinct().toList();
    Expect.equal("the number of different group keys", 1, keys.size());
    return keys.getFirst();
  }

  private JsonNode deploy(ProposedCeremony ceremony) {
    DeployerProgram deployer =
        new DeployerProgram(context.toolkit().checkout(), context.toolkit().processes());
    return terminal.progress(
        "Deploy the registry contract with that key",
        () ->
            Parallel.<JsonNode>all(
                    List.of(() -> deployer.deploys(ceremony, servers.ethereum(), service)))
                .getFirst(),
        deployed ->
            "The registry contract "
                + deployed.path("registry").asString()
                + " in block "
                + deployed.path("deploymentBlock").asLong()
                + "; it spares whatever is below 100 PFLOP/s, and nobody owns it");
  }

  private AnchoredDecision drill(List<Signatory> five) throws IOException {
    Path reasons =
        Files.writeString(
            context.data().folder("drill.md"), "An exercise, to prove that the key works.\n");
    String id =
        terminal.progress(
            "Kenya proposes a drill, Brazil and India approve",
            () -> {
              String proposed = five.get(1).proposes(DRILL, reasons);
              Parallel.each(five.subList(2, 4), one -> one.approves(proposed));
              return proposed;
            },
            proposed -> "A drill, proposed by Kenya, approved by Brazil and India");
    // The two signatories that the drill does not need start while it waits for its block.
    five.getFirst().watches();
    five.getLast().watches();
    return terminal.progress(
        "The drill is signed, anchored and finalised",
        () -> {
          service.awaitState(id, LifecycleState.FINAL, Duration.ofSeconds(60));
          return AnchoredDecision.of(service, id, "drill");
        },
        drill -> "The drill is signed, and final in block " + drill.block());
  }
}
