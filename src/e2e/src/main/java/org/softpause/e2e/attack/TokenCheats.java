package org.softpause.e2e.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.softpause.e2e.world.AgentVerdict;
import org.softpause.e2e.world.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cheats by a service that signs untrue tokens with its genuine key. They are shown to the agent of
 * the training cluster, or to a copy of it from before the pause where the agent itself already
 * knows better.
 *
 * @param older an honest token from before the pause
 * @param newest an honest token with the pause
 */
public record TokenCheats(
    TokenForge forge,
    InstantSource time,
    Site agent,
    Site agentBeforePause,
    String older,
    String newest) {

  private static final String ANOTHER_REGISTRY = "0x00000000000000000000000000000000deadbeef";

  /** All of them, in the order they are told. */
  public List<Cheat> all() {
    return List.of(
        new Cheat(
            "A token in which the pause's certificate was edited: 99.99 % instead of 5 %",
            "certificate-id-mismatch",
            () -> refusal(agentBeforePause, forged("edited", newest, this::editCeiling))),
        new Cheat(
            "A token with a certificate for another registry",
            "wrong-registry",
            () -> refusal(agentBeforePause, forged("registry", newest, this::editRegistry))),
        new Cheat(
            "A token from before the pause, dated now, to an agent that has seen the pause",
            "log-rollback",
            () -> refusal(agent, forged("older", older, claims -> {}))),
        new Cheat(
            "A token that leaves the pause out of the log, to an agent that has not seen it",
            "head-not-proven",
            () -> refusal(agentBeforePause, forged("omission", older, this::datedLikeNewest))),
        new Cheat(
            "The agent's clock set two hours ahead, past the end of the pause",
            "head-too-old",
            this::clockPastTheEnd));
  }

  /** The honest token to the copy from before the pause: it must be accepted. */
  public AgentVerdict honest() throws IOException, GeneralSecurityException {
    return agentBeforePause.checks(forged("honest", newest, claims -> {}));
  }

  /** The same service, once it holds a genuine lift that is not on the chain yet. */
  public Cheat unanchoredLift(JsonNode certificate) {
    return new Cheat(
        "A lift with a genuine signature, but not on the chain, slipped into a token's log",
        "head-not-proven",
        () ->
            refusal(
                agent, forged("lift", newest, claims -> new Unanchored(certificate).into(claims))));
  }

  private Refusal clockPastTheEnd() throws IOException, GeneralSecurityException {
    Instant later = time.instant().plus(Duration.ofHours(2));
    Path token = forge.forge("clock", newest, later, claims -> {});
    return refusal(agent.checks(token, later));
  }

  private Path forged(String name, String honest, Consumer<ObjectNode> lie)
      throws IOException, GeneralSecurityException {
    return forge.forge(name, honest, time.instant(), lie);
  }

  private static Refusal refusal(Site agent, Path token) {
    return refusal(agent.checks(token));
  }

  private static Refusal refusal(AgentVerdict verdict) {
    return verdict.accepted()
        ? Refusal.none("agent", "accepted it as " + verdict.assurance())
        : new Refusal("agent", verdict.rule(), verdict.detail());
  }

  private void editCeiling(ObjectNode claims) {
    ((ObjectNode) lastCertificate(claims).path("decision")).put("ceilingBps", 9999);
  }

  private void editRegistry(ObjectNode claims) {
    lastCertificate(claims).put("registry", ANOTHER_REGISTRY);
  }

  /** The older log, claimed for the newest block. */
  private void datedLikeNewest(ObjectNode claims) {
    JsonNode block = TokenForge.claims(newest).path("softpause").path("block");
    ((ObjectNode) claims.path("softpause")).set("block", block);
  }

  private static ObjectNode lastCertificate(ObjectNode claims) {
    ArrayNode log = (ArrayNode) claims.path("softpause").path("log");
    return (ObjectNode) log.get(log.size() - 1).path("certificate");
  }
}
