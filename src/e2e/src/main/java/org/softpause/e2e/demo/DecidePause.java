package org.softpause.e2e.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.softpause.e2e.harness.EthereumNode;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.PauseOrder;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** Step 4 of the demo: a pause is proposed, approved, rejected by one, signed and anchored. */
final class DecidePause implements DemoStep<AnchoredDecision> {

  private static final PauseOrder ORDER =
      new PauseOrder(0, 500, List.of(250, 276), 1, 3600, 10, 3, false);

  private static final String REASONS =
      """
      # Why training is to slow down for an hour

      A model in training showed behaviour that its makers could not explain. Until they can, the
      large training clusters of two regions keep 5 % of their capacity, so that nothing is lost.
      """;

  private static final String OBJECTION = "The evidence was shown to us only this morning.";
  private static final long GAS_FIRST_USE = 85_000;

  private final DemoContext context;
  private final Terminal terminal;
  private final DemoCommittee committee;
  private final ServiceProcess service;

  DecidePause(DemoContext context, Servers servers, DemoCommittee committee) {
    this.context = context;
    this.terminal = context.terminal();
    this.committee = committee;
    this.service = servers.service();
  }

  @Override
  public AnchoredDecision play() throws IOException {
    Path reasons = Files.writeString(context.data().folder("reasons.md"), REASONS);
    String id = propose(reasons);
    terminal.progress(
        "India rejects it: \"" + OBJECTION + "\" Brazil and the World Citizens Assembly approve it",
        () -> vote(id));
    await("The three signers' shares become one signature", id, LifecycleState.CERTIFIED);
    await(
        "The contract checks the signature; the pause is in a block", id, LifecycleState.ANCHORED);
    await("The block is final", id, LifecycleState.FINAL);
    AnchoredDecision pause = AnchoredDecision.of(service, id, "pause");
    check(pause);
    return pause;
  }

  private String propose(Path reasons) {
    String id =
        terminal.progress(
            "Switzerland proposes a pause, with reasons",
            () -> committee.member("Switzerland").proposes(ORDER, reasons),
            made -> "Switzerland proposes a pause, with reasons; its id is " + made);
    String words =
        terminal.progress(
            "India asks its signer what this means",
            () -> committee.member("India").shows(id),
            shown -> "India asks its signer what this means, and reads:");
    words.lines().forEach(line -> terminal.row("| " + line));
    return id;
  }

  private void vote(String id) {
    Parallel.all(
        List.of(
            () -> {
              committee.member("India").rejects(id, OBJECTION);
              return true;
            },
            approving("Brazil", id),
            approving("World Citizens Assembly", id)));
  }

  private Callable<Boolean> approving(String name, String id) {
    return () -> {
      committee.member(name).approves(id);
      return true;
    };
  }

  private void await(String what, String id, LifecycleState state) {
    terminal.progress(
        what, () -> service.awaitState(id, state, Duration.ofSeconds(60)), it -> what);
  }

  private void check(AnchoredDecision pause) {
    JsonNode decision = pause.decision();
    Expect.equal("the number of approvals", 3, decision.path("approvals").size());
    Expect.equal(
        "the reason of the rejection",
        OBJECTION,
        decision.path("rejections").get(0).path("reason").asString());
    Expect.atMost("the gas for anchoring the pause", GAS_FIRST_USE, pause.gas());
    terminal.done(
        "Anchored in block "
            + pause.block()
            + " for "
            + pause.gas()
            + " gas (the slot's first use; rules of the fork "
            + EthereumNode.FORK
            + ")");
  }
}
