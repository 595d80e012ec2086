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
import org.softpause.signer.words.OpenDecision;
import org.softpause.signer.words.VerifiedReasons;

/** Fetches decisions from the service, and hands out those whose proposals verify here. */
public final class VerifiedDecisions {
  /** Decisions in one list, as asked for. */
  private static final int MAX_LISTED = 100;

  /** Ballots on one decision, of all members of all committees that sign it. */
  private static final int MAX_BALLOTS = 2_000;

  private static final int MAX_JWS = Jws.MAX_LENGTH;
  private static final int MAX_TYPE = 200;

  private final ServiceClient service;
  private final PinnedRegistry registry;
  private final CurrentCommittees committees;
  private final Identity identity;
  private final Clock clock;

  public VerifiedDecisions(
      ServiceClient service,
      PinnedRegistry registry,
      CurrentCommittees committees,
      Identity identity,
      Clock clock) {
    this.service = service;
    this.registry = registry;
    this.committees = committees;
    this.identity = identity;
    this.clock = clock;
  }

  /** A decision with the state that the service reports, which is displayed but not trusted. */
  public record Listed(VerifiedProposal proposal, String state) {}

  /**
   * The decision with this id.
   *
   * @throws RuleViolation what its proposal breaks
   */
  public Listed decision(Bytes32 id) {
    return listed(id, service.get(path(id)));
  }

  /**
   * The open decisions, or all of them, without those whose proposals do not verify.
   *
   * @throws RuleViolation GATHERING_EXCEEDED if the service lists more than were asked for, or
   *     takes too long
   */
  public List<Listed> list(boolean all) {
    ServiceClient reading = service.gathering();
    String query = (all ? "limit=" : "open=true&limit=") + MAX_LISTED;
    return reading.get("/v1/decisions?" + query).objects("decisions", MAX_LISTED).stream()
        .flatMap(line -> tryDecision(reading, line.bytes32("id")).stream())
        .toList();
  }

  /** The open decisions, as a briefing shows them. */
  List<OpenDecision> open() {
    return list(false).stream()
        .map(
            listed ->
                new OpenDecision(
                    listed.proposal().id(), listed.proposal().decision(), listed.state()))
        .toList();
  }

  private Optional<Listed> tryDecision(ServiceClient reading, Bytes32 id) {
    try {
      return Optional.of(listed(id, reading.get(path(id))));
    } catch (ServiceRefusal refused) {
      return Optional.empty();
    } catch (RuleViolation refused) {
      // A list that ends here would look like a whole one.
      if (refused.rule() == Rule.GATHERING_EXCEEDED) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  private Listed listed(Bytes32 id, LenientObject view) {
    Jws proposal = Jws.parse(view.text("proposal", MAX_JWS));
    return new Listed(
        VerifiedProposal.check(id, proposal, registry, committees),
        view.optionalText("state", MAX_TYPE).orElse("unknown"));
  }

  /**
   * The votes by committee, from the ballots that the service shows and that verify here; nothing
   * if the service shows us none. It shows none to a machine without network, because the proof of
   * who asks is too old once it was carried.
   */
  public Optional<List<BallotTally>> tallies(VerifiedProposal proposal) {
    return ballots(proposal.id())
        .map(
            ballots ->
                committees.signing(proposal.decision()).stream()
                    .map(roster -> BallotCounter.count(proposal, roster, ballots))
                    .toList());
  }

  private Optional<List<Jws>> ballots(Bytes32 id) {
    String path = path(id) + "/ballots";
    RequestProof proof = new RequestProof("GET", path, clock.instant().getEpochSecond());
    try {
      return Optional.of(
          service
              .get(path, identity.sign(proof.toJson()))
              .texts("ballots", MAX_BALLOTS, Jws::parse));
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
