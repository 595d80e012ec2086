package org.softpause.e2e.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.softpause.e2e.attack.Cheat;
import org.softpause.e2e.attack.CommitteeCheats;
import org.softpause.e2e.attack.Refusal;
import org.softpause.e2e.attack.RegistryCall;
import org.softpause.e2e.attack.RegistryCheats;
import org.softpause.e2e.attack.TokenCheats;
import org.softpause.e2e.process.Together;
import org.softpause.e2e.terminal.Terminal;
import org.softpause.e2e.world.AgentVerdict;
import org.softpause.e2e.world.AuthzService;
import org.softpause.e2e.world.LifecycleState;
import org.softpause.e2e.world.Servers;
import tools.jackson.databind.JsonNode;

/** Step 6: everyone who could gain by it cheats, and each cheat is refused by its own rule. */
final class TryToCheat implements Step<Liftable> {

  private final Terminal terminal;
  private final Servers servers;
  private final Committee committee;
  private final Sites sites;
  private final Anchored pause;
  private final Supplier<Proposals> proposals;

  /** The proposals may still be under way. */
  TryToCheat(
      Scene scene,
      Servers servers,
      Committee committee,
      Sites sites,
      Anchored pause,
      Supplier<Proposals> proposals) {
    this.terminal = scene.terminal();
    this.servers = servers;
    this.committee = committee;
    this.sites = sites;
    this.pause = pause;
    this.proposals = proposals;
  }

  @Override
  public Liftable play() throws IOException, GeneralSecurityException {
    Proposals proposed = awaitProposals();
    TokenCheats tokens = proposed.tokens();
    List<Cheat> cheats = new ArrayList<>();
    cheats.add(new CommitteeCheats(servers.service(), proposed.everything()).twoAlone());
    cheats.addAll(
        new RegistryCheats(
                RegistryCall.of(servers.ethereum().rpc(), pause.anchor()),
                servers.database(),
                pause.id())
            .all());
    cheats.addAll(tokens.all());
    controlHonest(proposed.honest());
    attempt(cheats);
    Liftable lift = signLiftWhileTheChainStandsStill(proposed.lift(), tokens);
    Expect.equal("the load of the training cluster", 500, sites.training().load());
    terminal.done("After all this the training cluster still runs at 5 %");
    return lift;
  }

  private Proposals awaitProposals() {
    return terminal.progress(
        "Two want to pause everything, three to lift the pause",
        proposals,
        made ->
            "While the cluster slowed down, Kenya proposed to pause everything, everywhere, down to"
                + " 1 %, and only India approved; Brazil proposed a genuine lift, and Switzerland"
                + " approved it");
  }

  private void controlHonest(AgentVerdict honest) {
    Expect.that(honest.accepted(), "the agent refuses an honest token: " + honest);
    terminal.done(
        "For comparison, an honest token signed the same way: accepted, " + honest.assurance());
  }

  private void attempt(List<Cheat> cheats) {
    List<Refusal> refusals =
        terminal.progress(
            cheats.size() + " attempts, each against the real parts",
            () -> Together.atMost(2, cheats.stream().map(Cheat::attempt).toList()),
            all -> all.size() + " attempts, each against the real parts:");
    for (int i = 0; i < cheats.size(); i++) {
      tell(cheats.get(i), refusals.get(i));
    }
    for (int i = 0; i < cheats.size(); i++) {
      require(cheats.get(i), refusals.get(i));
    }
  }

  private Liftable signLiftWhileTheChainStandsStill(String id, TokenCheats tokens)
      throws IOException {
    String token = service().api().text("/v1/tokens/latest");
    servers.ethereum().holdBlocks();
    terminal.progress(
        "Ethereum is held back for a moment; Kenya approves, and the lift is signed",
        () -> {
          committee.member("Kenya").approves(id);
          service().awaitState(id, LifecycleState.CERTIFIED, Duration.ofSeconds(60));
        });
    JsonNode certificate = service().api().get("/v1/decisions/" + id + "/certificate");
    attempt(tokens.unanchored(certificate, token));
    return new Liftable(id);
  }

  private AuthzService service() {
    return servers.service();
  }

  private void tell(Cheat cheat, Refusal refusal) {
    if (refusal.rule().equals(cheat.expectedRule())) {
      terminal.refused(cheat.title(), "refused by the " + refusal.by() + ": " + refusal.rule());
    } else {
      terminal.failed(cheat.title() + ": " + refusal);
    }
  }

  private static void require(Cheat cheat, Refusal refusal) {
    Expect.equal(
        "the rule against \"" + cheat.title() + "\"", cheat.expectedRule(), refusal.rule());
  }
}
