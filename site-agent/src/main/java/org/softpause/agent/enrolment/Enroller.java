package org.softpause.agent.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import org.softpause.agent.config.PinnedFiles;
import org.softpause.agent.fetch.ConfiguredEndpoints;
import org.softpause.agent.fetch.EndpointUnreachable;
import org.softpause.agent.state.AgentEnrolment;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.state.Overlay;
import org.softpause.agent.state.ProofTimes;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.verify.StateUpdate;
import org.softpause.agent.verify.Verification;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.RegistryCode;
import org.softpause.protocol.token.Assurance;

/** Enrols the agent once, step by step; a state results only if every step succeeds. */
public final class Enroller {
  private static final int MAX_KEY_BYTES = 4096;

  private final ConfiguredEndpoints endpoints;
  private final Verification verification;
  private final DeploymentChainCheck chain;
  private final Clock clock;

  public Enroller(
      ConfiguredEndpoints endpoints,
      Verification verification,
      RegistryArtifact artifact,
      Clock clock) {
    this.endpoints = endpoints;
    this.verification = verification;
    this.chain = new DeploymentChainCheck(published(artifact));
    this.clock = clock;
  }

  private static RegistryCode published(RegistryArtifact artifact) {
    return new RegistryCode(
        artifact.runtimeLength(),
        Bytes32.of(artifact.runtimeHash()),
        artifact.immutables().stream()
            .map(range -> new RegistryCode.Immutable(range.name(), range.start(), range.length()))
            .toList());
  }

  /**
   * Checks the pinned files, replays the log and requires a proof of its head.
   *
   * @param start the level that the site is assumed to be at; the agent's first cycle moves it from
   *     there
   * @throws RuleViolation naming the first rule broken
   * @throws EndpointUnreachable if the service or too many block sources do not answer
   */
  public AgentState enrol(PinnedFiles files, EnforcedLevel start)
      throws IOException, EndpointUnreachable, InterruptedException {
    AgentEnrolment enrolment = read(files);
    chain.check(
        enrolment.deployment(), endpoints.sources(enrolment.deployment().domain().registry()));
    VerifiedLog empty = VerifiedLog.empty(enrolment.deployment().genesis());
    Evidence evidence = endpoints.evidenceFetcher(enrolment).gather(empty);
    long now = clock.instant().getEpochSecond();
    EvidenceVerdict.Accepted proven =
        requireProven(verification.verify(enrolment, empty, 0, evidence, now));
    requireLive(proven.log());
    AgentState nothingKnown =
        new AgentState(enrolment, empty, new ProofTimes(0, 0, now), Overlay.EMPTY, start);
    return StateUpdate.learn(nothingKnown, proven, now);
  }

  private static AgentEnrolment read(PinnedFiles files) throws IOException {
    return AgentEnrolment.of(
        Deployment.parse(Files.readAllBytes(files.deployment())),
        key(Files.readAllBytes(files.serviceKey())),
        key(Files.readAllBytes(files.jurisdictionKey())),
        Jws.parse(Files.readString(files.siteRecord(), StandardCharsets.US_ASCII).strip()));
  }

  private static PublicIdentity key(byte[] jwk) {
    return StrictJson.read(jwk, MAX_KEY_BYTES, PublicIdentity::read);
  }

  private static EvidenceVerdict.Accepted requireProven(EvidenceVerdict verdict)
      throws EndpointUnreachable {
    return switch (verdict) {
      case EvidenceVerdict.Absent absent -> throw new EndpointUnreachable(absent.detail(), null);
      case EvidenceVerdict.Refused refused ->
          throw new RuleViolation(refused.rule(), refused.detail());
      case EvidenceVerdict.Accepted accepted -> {
        if (accepted.assurance() != Assurance.PROVEN) {
          throw new RuleViolation(Rule.HEAD_NOT_PROVEN, accepted.notes().getFirst().detail());
        }
        yield accepted;
      }
    };
  }

  private static void requireLive(VerifiedLog log) {
    if (!log.registry().live()) {
      throw new RuleViolation(
          Rule.REGISTRY_NOT_LIVE,
          "the log does not yet hold a drill of each mandate, so the keys are not known to work");
    }
  }
}
