package org.softpause.e2e.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.softpause.e2e.attack.TokenAttacks;
import org.softpause.e2e.attack.TokenForger;
import org.softpause.e2e.harness.PauseOrder;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.process.Poll;

/** Prepares the attacks while the cluster slows down: two proposals and forged tokens. */
final class PrepareProposals implements DemoStep<PreparedProposals> {

  private static final PauseOrder EVERYTHING =
      new PauseOrder(1, 100, List.of(), 7, 3600, 10, 3, false);

  private final DemoContext context;
  private final ServiceProcess service;
  private final DemoCommittee committee;
  private final DemoSites sites;
  private final AnchoredDecision pause;

  PrepareProposals(
      DemoContext context,
      Servers servers,
      DemoCommittee committee,
      DemoSites sites,
      AnchoredDecision pause) {
    this.context = context;
    this.service = servers.service();
    this.committee = committee;
    this.sites = sites;
    this.pause = pause;
  }

  @Override
  public PreparedProposals play() throws IOException, GeneralSecurityException {
    Path greed = Files.writeString(context.data().folder("greed.md"), "Because we want to.\n");
    Path relief =
        Files.writeString(context.data().folder("lift.md"), "The makers can explain it.\n");
    List<String> ids = Parallel.all(List.of(() -> decisionOfTwo(greed), () -> proposeLift(relief)));
    TokenAttacks tokens = tokenCheats();
    return new PreparedProposals(ids.getFirst(), ids.getLast(), tokens, tokens.honest());
  }

  private TokenAttacks tokenCheats() throws IOException, GeneralSecurityException {
    Path folder = Files.createDirectories(context.data().folder("forged-tokens"));
    return new TokenAttacks(
        TokenForger.with(service.tokenKeyFile(), folder),
        context.time(),
        sites.training(),
        sites.trainingBefore(),
        sites.tokenBefore(),
        service.api().text("/v1/tokens/latest"));
  }

  private String decisionOfTwo(Path reasons) {
    String id = committee.member("Kenya").proposes(EVERYTHING, reasons);
    committee.member("India").approves(id);
    return id;
  }

  /** Waits until its block is final, so that a token may claim that it was anchored later. */
  private String proposeLift(Path reasons) {
    String id = committee.member("Brazil").proposesLift(pause.id(), reasons);
    committee.member("Switzerland").approves(id);
    long proposed = service.decision(id).path("decision").path("proposedAt").asLong();
    Poll.untilTrue(
        "a token that is newer than the lift",
        Duration.ofSeconds(30),
        () -> TokenForger.blockTime(service.api().text("/v1/tokens/latest")) >= proposed);
    return id;
  }
}
