package org.softpause.e2e.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.softpause.e2e.attack.TokenCheats;
import org.softpause.e2e.attack.TokenForge;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.process.Together;
import org.softpause.e2e.world.AuthzService;
import org.softpause.e2e.world.PauseOrder;
import org.softpause.e2e.world.Servers;

/** What is prepared while the cluster slows down: two proposals, and forged tokens. */
final class Propose implements Step<Proposals> {

  private static final PauseOrder EVERYTHING =
      new PauseOrder(1, 100, List.of(), 7, 3600, 10, 3, false);

  private final Scene scene;
  private final AuthzService service;
  private final Committee committee;
  private final Sites sites;
  private final Anchored pause;

  Propose(Scene scene, Servers servers, Committee committee, Sites sites, Anchored pause) {
    this.scene = scene;
    this.service = servers.service();
    this.committee = committee;
    this.sites = sites;
    this.pause = pause;
  }

  @Override
  public Proposals play() throws IOException, GeneralSecurityException {
    Path greed = Files.writeString(scene.data().folder("greed.md"), "Because we want to.\n");
    Path relief = Files.writeString(scene.data().folder("lift.md"), "The makers can explain it.\n");
    List<String> ids = Together.all(List.of(() -> decisionOfTwo(greed), () -> proposeLift(relief)));
    TokenCheats tokens = tokenCheats();
    return new Proposals(ids.getFirst(), ids.getLast(), tokens, tokens.honest());
  }

  private TokenCheats tokenCheats() throws IOException, GeneralSecurityException {
    Path folder = Files.createDirectories(scene.data().folder("forged-tokens"));
    return new TokenCheats(
        TokenForge.with(service.tokenKeyFile(), folder),
        scene.time(),
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

  /** Until the block it was proposed in is final, so that a lie about its anchoring fits. */
  private String proposeLift(Path reasons) {
    String id = committee.member("Brazil").proposesLift(pause.id(), reasons);
    committee.member("Switzerland").approves(id);
    long proposed = service.decision(id).path("decision").path("proposedAt").asLong();
    Poll.untilTrue(
        "a token that is newer than the lift",
        Duration.ofSeconds(30),
        () -> TokenForge.blockTime(service.api().text("/v1/tokens/latest")) >= proposed);
    return id;
  }
}
