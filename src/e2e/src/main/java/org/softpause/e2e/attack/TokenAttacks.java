package org.softpause.e2e.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.softpause.e2e.harness.AgentVerdict;
import org.softpause.e2e.harness.SimulatedSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attacks of a service that signs false tokens with its genuine key. Each token is given to the
 * agent of the training cluster, or to a copy of its state from before the pause if the agent
 * already knows the truth.
 *
 * @param older an honest token from before the pause
 * @param newest an honest token with the pause
 */
public record TokenAttacks(
    TokenForger forge,
    InstantSource time,
    SimulatedSite agent,
    SimulatedSite agentBeforePause,
    String older,
    String newest) {

  private static final int PAUSED = 500;
  private static final String ANOTHER_REGISTRY = "0x00000000000000000000000000000000deadbeef";

  /** All attacks, in the order in which the demo shows them. */
  public List<Attack> all() {
    return List.of(
        new Attack(
            "A token in which the pause's certificate was edited: 99.99 % instead of 5 %",
            "signature-invalid",
            () -> attackResult(agentBeforePause, forged("edited", newest, this::editCeiling))),
        new Attack(
            "A token with a certificate for another registry",
            "wrong-registry",
            () -> attackResult(agentBeforePause, forged("registry", newest, this::editRegistry))),
        new Attack(
            "A token from before the pause, dated now, to an agent that has seen the pause",
            "log-rollback",
            () -> attackResult(agent, forged("older", older, claims -> {}))),
        new Attack(
            "A token that leaves the pause out of the log, to an agent that has not seen it",
            "head-disagrees",
            () -> attackResult(agentBeforePause, forged("omission", older, this::datedLikeNewest))),
        new Attack(
            "The agent's clock set two hours ahead, past the end of the pause",
            "head-stale",
            this::clockPastTheEnd));
  }

  /** Gives an honest token to the copy from before the pause, which must accept it. */
  public AgentVerdict honest() throws IOException, GeneralSecurityException {
    return agentBeforePause.checks(forged("honest", newest, claims -> {}));
  }

  /** The attacks with a genuine lift that is not anchored yet. */
  public List<Attack> unanchored(JsonNode lift, String token) {
    UnanchoredCertificate unanchored = new UnanchoredCertificate(lift);
    return List.of(
        new Attack(
            "A lift with a genuine signature, but not on the chain, slipped into a token's log",
            "head-not-proven",
            () -> noRaise(agent.checks(forged("lift-in-log", token, unanchored::intoLog)))),
        new Attack(
            "The same lift slipped in among what is still pending",
            "lift-not-proven",
            () -> noRaise(agent.checks(forged("lift-pending", token, unanchored::intoPending)))));
  }

  private AttackResult clockPastTheEnd() throws IOException, GeneralSecurityException {
    Instant later = time.instant().plus(Duration.ofHours(2));
    Path token = forge.forge("clock", newest, later, claims -> {});
    return noRaise(agent.checks(token, later));
  }

  private Path forged(String name, String honest, Consumer<ObjectNode> lie)
      throws IOException, GeneralSecurityException {
    return forge.forge(name, honest, time.instant(), lie);
  }

  private static AttackResult attackResult(SimulatedSite agent, Path token) {
    return attackResult(agent.checks(token));
  }

  private static AttackResult attackResult(AgentVerdict verdict) {
    return verdict.accepted()
        ? AttackResult.none("agent", "accepted it as " + verdict.assurance())
        : new AttackResult("agent", verdict.rule(), verdict.detail());
  }

  /** The agent may accept the token, but must not raise its ceiling. */
  private static AttackResult noRaise(AgentVerdict verdict) {
    return verdict.ceilingBps() == PAUSED
        ? new AttackResult("agent", verdict.rule(), verdict.detail())
        : AttackResult.none("agent", "raised its ceiling to " + verdict.ceilingBps());
  }

  private void editCeiling(ObjectNode claims) {
    new ForgedCertificate(lastCertificate(claims)).withCeiling(9999);
  }

  private void editRegistry(ObjectNode claims) {
    new ForgedCertificate(lastCertificate(claims)).withRegistry(ANOTHER_REGISTRY);
  }

  /** Claims the older log for the newest block and drops the proof that would contradict it. */
  private void datedLikeNewest(ObjectNode claims) {
    JsonNode block = TokenForger.claims(newest).path("softpause").path("block");
    ObjectNode attested = (ObjectNode) claims.path("softpause");
    attested.set("block", block);
    attested.remove("anchor_proof");
  }

  private static ObjectNode lastCertificate(ObjectNode claims) {
    ArrayNode log = (ArrayNode) claims.path("softpause").path("log");
    return (ObjectNode) log.get(log.size() - 1).path("certificate");
  }
}
