package org.softpause.signer.deciding;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.client.LenientObject;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.decision.RequestProof;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.registry.CurrentCommittees;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.words.BallotTally;
import org.softpause.signer.words.VerifiedReasons;

/** Fetches decisions from the service and checks what comes. */
public final class VerifiedDecisions {
  private static final int MAX_JWS = Jws.MAX_LENGTH;
  private static final int MAX_TYPE = 200;

  private final ServiceClient service;
  private final PinnedRegistry registry;
  private final CurrentCommittees inForce;
  private final Identity identity;
  private final Clock clock;

  public VerifiedDecisions(
      ServiceClient service,
      PinnedRegistry registry,
      CurrentCommittees inForce,
      Identity identity,
      Clock clock) {
    this.service = service;
    this.registry = registry;
    this.inForce = inForce;
    this.identity = identity;
    this.clock = clock;
  }

  /** A decision as it stands in the service, whose word on its state is only shown. */
  public record Listed(VerifiedProposal proposal, String state) {}

  /**
   * One decision.
   *
   * @throws RuleViolation what its proposal breaks
   */
  public Listed decision(Bytes32 id) {
    return listed(id, service.get(path(id)));
  }

  /** The decisions, open ones or all, without those whose proposal does not check. */
  public List<Listed> list(boolean all) {
    String query = all ? "limit=100" : "open=true&limit=100";
    return service.get("/v1/decisions?" + query).objects("decisions").stream()
        .flatMap(line -> tryDecision(line.bytes32("id")).stream())
        .toList();
  }

  private Optional<Listed> tryDecision(Bytes32 id) {
    try {
      return Optional.of(decision(id));
    } catch (RuleViolation | ServiceRefusal refused) {
      return Optional.empty();
    }
  }

  private Listed listed(Bytes32 id, LenientObject view) {
    Jws proposal = Jws.parse(view.text("proposal", MAX_JWS));
    return new Listed(
        VerifiedProposal.check(id, proposal, registry, inForce),
        view.optionalText("state", MAX_TYPE).orElse("unknown"));
  }

  /**
   * Who has voted how, by the ballots that the service shows and that verify; nothing if it shows
   * none to us. Behind an air gap it never does: the proof of who asks is too old once carried.
   */
  public Optional<List<BallotTally>> tallies(VerifiedProposal proposal) {
    return ballots(proposal.id())
        .map(
            ballots ->
                inForce.signing(proposal.decision()).stream()
                    .map(roster -> BallotCounter.count(proposal, roster, ballots))
                    .toList());
  }

  private Optional<List<Jws>> ballots(Bytes32 id) {
    String path = path(id) + "/ballots";
    RequestProof proof = new RequestProof("GET", path, clock.instant().getEpochSecond());
    try {
      return Optional.of(
          service.get(path, identity.sign(proof.toJson())).texts("ballots", Jws::parse));
    } catch (ServiceRefusal notShown) {
      return Optional.empty();
    }
  }

  /**
   * The reasons document, if the service has it.
   *
   * @throws RuleViolation REASONS_MISMATCH if it is not the one that the decision names
   */
  public Optional<VerifiedReasons> reasons(VerifiedProposal proposal) {
    try {
      byte[] document = service.bytes(path(proposal.id()) + "/reasons");
      requireHash(proposal, document);
      String type =
          service
              .get(path(proposal.id()))
              .optionalObject("reasons")
              .flatMap(view -> view.optionalText("type", MAX_TYPE))
              .orElse("of unknown type");
      String text = new String(document, StandardCharsets.UTF_8);
      return Optional.of(new VerifiedReasons(type, text, document.length));
    } catch (ServiceRefusal missing) {
      return Optional.empty();
    }
  }

  private static void requireHash(VerifiedProposal proposal, byte[] document) {
    Bytes32 hash = Sha256.hash(document);
    if (!hash.equals(proposal.decision().reasonHash())) {
      throw new RuleViolation(
          Rule.REASONS_MISMATCH, "the service's reasons document has SHA-256 " + hash);
    }
  }

  private static String path(Bytes32 id) {
    return "/v1/decisions/" + id;
  }
}
