package org.softpause.protocol.ceremony;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.CeremonyOpening;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.MemberMessage;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.ceremony.repair.RepairTranscript;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.evidence.Equivocation;
import org.softpause.protocol.jose.Jws;

/**
 * A key ceremony as its public messages show it (protocol "Key ceremony"). It is immutable, holds
 * no secret, and is the same for everyone who replays the same messages in the same order.
 */
public final class Ceremony {
  private final CeremonyOpening opening;
  private final AcceptedMessages accepted;
  private final CeremonyState state;

  private Ceremony(CeremonyOpening opening, AcceptedMessages accepted, CeremonyState state) {
    this.opening = opening;
    this.accepted = accepted;
    this.state = state;
  }

  /**
   * Begins a ceremony with its plan, or a repair with its request. The proposer's signature is also
   * the proposer's acceptance.
   *
   * @throws RuleViolation any rule of {@link Jws}, {@link CeremonyPlan} and {@link RepairRequest},
   *     or {@link Rule#NOT_A_MEMBER}
   */
  public static Ceremony propose(Jws signed) {
    if (signed.unverified().type().equals(RepairRequest.TYPE)) {
      RepairRequest request = signed.unverified().read(RepairRequest.TYPE, RepairRequest::read);
      return begin(request, new Repairing(RepairTranscript.of(request)), signed);
    }
    CeremonyPlan plan = signed.unverified().read(CeremonyPlan.TYPE, CeremonyPlan::read);
    return begin(plan, new AcceptingPlan(plan), signed);
  }

  private static Ceremony begin(CeremonyOpening opening, CeremonyState first, Jws signed) {
    return new Ceremony(opening, AcceptedMessages.EMPTY, first).accept(signed);
  }

  /**
   * Replays messages in order of arrival, the proposer's plan first.
   *
   * @throws RuleViolation for the first message refused
   */
  public static Ceremony replay(List<Jws> messages) {
    if (messages.isEmpty()) {
      throw new RuleViolation(Rule.WRONG_PHASE, "a ceremony begins with its plan");
    }
    Ceremony ceremony = propose(messages.getFirst());
    for (Jws message : messages.subList(1, messages.size())) {
      ceremony = ceremony.accept(message);
    }
    return ceremony;
  }

  /**
   * Returns the ceremony of another list of messages. If the list begins with this ceremony's
   * messages, only the others are verified; otherwise all are replayed.
   *
   * @throws RuleViolation as {@link #replay}
   */
  public Ceremony follow(List<Jws> messages) {
    List<Jws> known = messages();
    if (messages.size() < known.size() || !messages.subList(0, known.size()).equals(known)) {
      return replay(messages);
    }
    Ceremony ceremony = this;
    for (Jws message : messages.subList(known.size(), messages.size())) {
      ceremony = ceremony.accept(message);
    }
    return ceremony;
  }

  /**
   * Returns the ceremony with the messages that a bulletin board shows after those of this one.
   *
   * @throws RuleViolation as {@link #accept}; {@link Rule#SPLIT_VIEW} for a message shown twice, by
   *     which a board could keep a reader asking for the same page for ever
   */
  public Ceremony continuedBy(List<Jws> more) {
    Ceremony ceremony = this;
    for (Jws message : more) {
      Ceremony after = ceremony.accept(message);
      if (after == ceremony) {
        throw new RuleViolation(Rule.SPLIT_VIEW, "the service shows a message twice");
      }
      ceremony = after;
    }
    return ceremony;
  }

  /**
   * Returns the ceremony with this message. A document that its sender has signed before changes
   * nothing, whatever the bytes of its signature: the method then returns this ceremony itself.
   * Evidence of cheating is accepted and leads to phase {@link CeremonyPhase#ABORTED}.
   *
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER}, a rule of {@link Jws} or of the document,
   *     {@link Rule#WRONG_CEREMONY}, {@link Rule#WRONG_IDENTIFIER}, {@link Rule#EQUIVOCATION} (see
   *     {@link #equivocation}), {@link Rule#WRONG_PHASE} (send it again later), {@link
   *     Rule#CEREMONY_ABORTED}, or a rule of the phase
   */
  public Ceremony accept(Jws message) {
    VerifiedMessage verified = verify(message);
    Optional<VerifiedMessage> earlier = accepted.counterpart(verified);
    if (earlier.isPresent()) {
      requireSame(earlier.get(), verified);
      return this;
    }
    state.check(verified);
    AcceptedMessages extended = accepted.with(verified);
    return new Ceremony(opening, extended, next(extended));
  }

  /** What the threshold signing refuses here is refused by rule, like everything on a board. */
  private CeremonyState next(AcceptedMessages extended) {
    try {
      return state.next(extended);
    } catch (FrostException refused) {
      throw RuleViolation.of(refused);
    }
  }

  /**
   * Returns the evidence that this message's sender has signed two different messages of its kind.
   *
   * @throws RuleViolation as {@link #accept} for a message that proves nothing
   */
  public Optional<Equivocation> equivocation(Jws message) {
    VerifiedMessage verified = verify(message);
    return accepted
        .counterpart(verified)
        .filter(earlier -> !earlier.hash().equals(verified.hash()))
        .map(earlier -> new Equivocation(verified.sender(), earlier.jws(), message));
  }

  public Bytes32 id() {
    return opening.id();
  }

  /** The plan, or the request of a repair. */
  public CeremonyOpening opening() {
    return opening;
  }

  /**
   * The plan.
   *
   * @throws RuleViolation {@link Rule#WRONG_CEREMONY} for a repair, which has none
   */
  public CeremonyPlan plan() {
    if (opening instanceof CeremonyPlan plan) {
      return plan;
    }
    throw new RuleViolation(Rule.WRONG_CEREMONY, "ceremony " + id() + " is the repair of a share");
  }

  /** The messages of a repair by sender, unless it was aborted or this is no repair. */
  public Optional<RepairTranscript> repair() {
    return state instanceof Repairing repairing
        ? Optional.of(repairing.transcript())
        : Optional.empty();
  }

  public CeremonyPhase phase() {
    return state.phase();
  }

  /**
   * The accepted messages in order of arrival, the proposer's plan first. {@link #replay} makes
   * this ceremony from them again.
   */
  public List<Jws> messages() {
    return accepted.jws();
  }

  /** Whose message of this phase is missing. In POSSESSION any t members are enough to go on. */
  public SortedSet<Identifier> waitingFor() {
    return state.waitingFor(accepted);
  }

  /** Who is proven to have cheated, whether or not that ended the ceremony. */
  public SortedSet<Identifier> culprits() {
    return state.culprits();
  }

  /** Why the ceremony was aborted, in words for anyone. */
  public Optional<String> abortReason() {
    return state instanceof CeremonyAborted aborted
        ? Optional.of(aborted.reason())
        : Optional.empty();
  }

  /** The hash of round one that participants confirm, once round one is complete. */
  public Optional<Bytes32> roundOneHash() {
    return state.keys().map(RoundOneOutcome::roundOneHash);
  }

  /** The roster, once all participants have confirmed the transcript. */
  public Optional<Roster> roster() {
    return state.roster();
  }

  /** The group's signature over {@link Roster#possession}, once complete. */
  public Optional<Signature> possession() {
    return state instanceof CeremonyCompleted completed
        ? Optional.of(completed.signature())
        : Optional.empty();
  }

  CeremonyState state() {
    return state;
  }

  AcceptedMessages accepted() {
    return accepted;
  }

  private VerifiedMessage verify(Jws message) {
    Member sender =
        opening
            .participantWithKey(message.kid())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.NOT_A_MEMBER, "no participant has key " + message.kid()));
    CeremonyDocument document = CeremonyDocument.read(message.verify(sender.identity()));
    VerifiedMessage verified =
        new VerifiedMessage(sender, document, message, message.unverified().hash());
    if (!document.ceremony().equals(opening.id())) {
      throw new RuleViolation(
          Rule.WRONG_CEREMONY, verified + ": it belongs to ceremony " + document.ceremony());
    }
    if (document instanceof MemberMessage own && !own.identifier().equals(sender.identifier())) {
      throw new RuleViolation(
          Rule.WRONG_IDENTIFIER, verified + ": it names member " + own.identifier().value());
    }
    return verified;
  }

  private static void requireSame(VerifiedMessage earlier, VerifiedMessage verified) {
    if (!earlier.hash().equals(verified.hash())) {
      throw new RuleViolation(
          Rule.EQUIVOCATION, verified + ": its sender has signed another document of this kind");
    }
  }
}
