package org.softpause.e2e.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.softpause.e2e.attack.AnchoringCall;
import org.softpause.e2e.attack.Attack;
import org.softpause.e2e.attack.AttackResult;
import org.softpause.e2e.attack.CommitteeAttacks;
import org.softpause.e2e.attack.RegistryAttacks;
import org.softpause.e2e.attack.TokenAttacks;
import org.softpause.e2e.harness.AgentVerdict;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** Step 6 of the demo: runs all attacks, each of which must be refused by the expected rule. */
final class AttemptAttacks implements DemoStep<SignedLift> {

  private final Terminal terminal;
  private final Servers servers;
  private final DemoCommittee committee;
  private final DemoSites sites;
  private final AnchoredDecision pause;
  private final Supplier<PreparedProposals> proposals;

  /** The supplier waits until the proposals are ready. */
  AttemptAttacks(
      DemoContext context,
      Servers servers,
      DemoCommittee committee,
      DemoSites sites,
      AnchoredDecision pause,
      Supplier<PreparedProposals> proposals) {
    this.terminal = context.terminal();
    this.servers = servers;
    this.committee = committee;
    this.sites = sites;
    this.pause = pause;
    this.proposals = proposals;
  }

  @Override
  public SignedLift play() throws IOException, GeneralSecurityException {
    PreparedProposals proposed = awaitProposals();
    TokenAttacks tokens = proposed.tokens();
    List<Attack> cheats = new ArrayList<>();
    cheats.add(new CommitteeAttacks(servers.service(), proposed.everything()).twoAlone());
    cheats.addAll(
        new RegistryAttacks(
                AnchoringCall.of(servers.ethereum().rpc(), pause.anchor()),
                servers.database(),
                pause.id())
            .all());
    cheats.addAll(tokens.all());
    controlHonest(proposed.honest());
    attempt(cheats);
    SignedLift lift = signLiftWhileTheChainStandsStill(proposed.lift(), tokens);
    Expect.equal("the load of the training cluster", 500, sites.training().load());
    terminal.done("After all this the training cluster still runs at 5 %");
    return lift;
  }

  private PreparedProposals awaitProposals() {
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

  private void attempt(List<Attack> cheats) {
    List<AttackResult> refusals =
        terminal.progress(
            cheats.size() + " attempts, each against the real parts",
            () -> Parallel.atMost(2, cheats.stream().map(Attack::attempt).toList()),
            all -> all.size() + " attempts, each against the real parts:");
    for (int i = 0; i < cheats.size(); i++) {
      tell(cheats.get(i), refusals.get(i));
    }
    for (int i = 0; i < cheats.size(); i++) {
      require(cheats.get(i), refusals.get(i));
    }
  }

  private SignedLift signLiftWhileTheChainStandsStill(String id, TokenAttacks tokens)
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
    return new SignedLift(id);
  }

  private ServiceProcess service() {
    return servers.service();
  }

  private void tell(Attack attack, AttackResult attackResult) {
    if (attackResult.rule().equals(attack.expectedRule())) {
      terminal.refused(
          attack.title(), "refused by the " + attackResult.by() + ": " + attackResult.rule());
    } else {
      terminal.failed(attack.title() + ": " + attackResult);
    }
  }

  private static void require(Attack attack, AttackResult attackResult) {
    Expect.equal(
        "the rule against \"" + attack.title() + "\"", attack.expectedRule(), attackResult.rule());
  }
}
