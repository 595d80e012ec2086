package org.softpause.protocol.ceremony;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.frost.FrostException;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyConfirmation;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.PossessionCommitment;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.ceremony.document.RosterDocument;
import org.softpause.protocol.ceremony.document.RoundOneConfirmation;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;

/**
 * What one participant does in a ceremony. It keeps nothing but its seed and, if it deals in a
 * succession, its old share. Each step is computed from the public messages and from those that
 * this participant has sent, so that it can be interrupted anywhere. A message with randomness in
 * it is never made twice: the same bytes are sent again.
 */
public final class CeremonyParticipant {
  private final CeremonyPlan plan;
  private final Identity identity;
  private final Identifier self;
  private final Seed seed;
  private final Optional<KeyPackage> old;
  private final SecureRandom random;

  private CeremonyParticipant(
      CeremonyPlan plan,
      Identity identity,
      Seed seed,
      Optional<KeyPackage> old,
      SecureRandom random) {
    this.plan = plan;
    this.identity = identity;
    this.self = seat(plan, identity);
    this.seed = seed;
    this.old = old;
    this.random = random;
  }

  /**
   * Takes the seat of a participant who deals no old share: a founder, a newcomer, or a dealer who
   * comes back after round two. Before this, the caller compares the plan's fingerprint outside the
   * service and makes a seed durable that is fresh for this ceremony.
   *
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER} if the plan does not hold this identity
   */
  public static CeremonyParticipant of(
      CeremonyPlan plan, Identity identity, Seed seed, SecureRandom random) {
    return new CeremonyParticipant(plan, identity, seed, Optional.empty(), random);
  }

  /**
   * Takes the seat of a dealer in a refresh or a resharing.
   *
   * @param old the share to hand on, of the committee that the plan names as the previous one
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER}; {@link Rule#WRONG_ROLE} if the plan does not
   *     have us deal; {@link Rule#WRONG_ROSTER} if the share is of another committee
   */
  public static CeremonyParticipant dealing(
      CeremonyPlan plan, Identity identity, Seed seed, KeyPackage old, SecureRandom random) {
    CeremonyParticipant member =
        new CeremonyParticipant(plan, identity, seed, Optional.of(old), random);
    member.requireOurDeal(old);
    return member;
  }

  private static Identifier seat(CeremonyPlan plan, Identity identity) {
    return plan.participantWithKey(identity.publicIdentity().kid())
        .orElseThrow(() -> new RuleViolation(Rule.NOT_A_MEMBER, "the plan has no seat for our key"))
        .identifier();
  }

  private void requireOurDeal(KeyPackage share) {
    Succession from =
        plan.succession()
            .filter(succession -> plan.isDealer(self))
            .orElseThrow(
                () -> new RuleViolation(Rule.WRONG_ROLE, "the plan does not have us deal"));
    if (!from.previous().publicKeys().equals(share.publicKeys())
        || !share.identifier().equals(plan.seats().dealers().get(self))) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER, "the plan succeeds another committee than the one we can deal for");
    }
  }

  public Identifier identifier() {
    return self;
  }

  /**
   * Returns what to do next, given the ceremony as the bulletin board shows it now. A message to
   * send has been checked to be acceptable there.
   *
   * @param sent all messages that this participant has made durable in this ceremony
   * @throws RuleViolation {@link Rule#WRONG_CEREMONY}; {@link Rule#OWN_MESSAGE_UNKNOWN} if the
   *     board shows a message of ours that we did not make; {@link Rule#SPLIT_VIEW} if it
   *     contradicts what we signed; {@link Rule#CEREMONY_ABORTED}; {@link Rule#WRONG_ROLE} if it is
   *     our turn to deal and there is no share to deal; {@link Rule#KEY_GENERATION_INVALID} for
   *     shares that nobody in particular can be blamed for
   */
  public CeremonyStep next(Ceremony seen, List<Jws> sent) {
    requireOurs(seen);
    try {
      return step(seen, sent);
    } catch (FrostException refused) {
      throw RuleViolation.of(refused);
    }
  }

  private CeremonyStep step(Ceremony seen, List<Jws> sent) {
    SentMessages own = new SentMessages(self, sent);
    own.requireAll(seen.accepted());
    return switch (seen.state()) {
      case AcceptingPlan state -> send(seen, own, CeremonyPlan.TYPE, () -> plan);
      case CollectingRoundOne state ->
          send(seen, own, RoundOneMessage.TYPE, () -> dealer().roundOne());
      case ConfirmingRoundOne state ->
          send(seen, own, RoundOneConfirmation.TYPE, () -> confirmation(state));
      case CollectingRoundTwo state -> deal(seen, own, state);
      case ConfirmingTranscript state -> confirm(seen, own, state);
      case SigningRoster state ->
          unlessLeaving(
              state.outcome(),
              () -> send(seen, own, Roster.TYPE, () -> new RosterDocument(state.outcome())));
      case ProvingPossession state -> unlessLeaving(state.outcome(), () -> prove(seen, own, state));
      case CeremonyCompleted state ->
          unlessLeaving(
              state.outcome(), () -> new CeremonyStep.Done(state.outcome(), state.signature()));
      case Repairing state -> throw new RuleViolation(Rule.WRONG_CEREMONY, "this is a repair");
      case CeremonyAborted state -> throw state.violation();
    };
  }

  /**
   * Signs the answer to {@link CeremonyStep.CommitPossession}. The caller makes it durable among
   * the messages sent, then posts it.
   */
  public Jws possessionCommitment(Roster roster, NonceCommitment commitment) {
    return sign(new PossessionCommitment(plan.id(), self, roster.hash(), commitment));
  }

  /**
   * Signs the answer to {@link CeremonyStep.SignPossession}. The caller makes it durable among the
   * messages sent, then posts it.
   */
  public Jws possessionShare(PossessionPackage signed, SignatureShare share, NonceCommitment next) {
    return sign(new PossessionShare(plan.id(), self, signed.hash(), share, next));
  }

  /**
   * Recovers the share of the group's key from the seed and the public transcript alone.
   *
   * @throws RuleViolation {@link Rule#WRONG_PHASE} before all shares are on the board, or {@link
   *     Rule#KEY_GENERATION_INVALID} naming the dealer of a bad share
   */
  public KeyPackage recover(Ceremony seen) {
    requireOurs(seen);
    RoundOneOutcome settled =
        seen.state()
            .keys()
            .filter(keys -> hasAllShares(seen))
            .orElseThrow(
                () -> new RuleViolation(Rule.WRONG_PHASE, "not all shares are on the board"));
    try {
      return secrets().finish(settled, seen.accepted().all(RoundTwoMessage.class));
    } catch (InvalidKeyGeneration refused) {
      throw RuleViolation.of(refused);
    }
  }

  private boolean hasAllShares(Ceremony seen) {
    return seen.accepted()
        .all(RoundTwoMessage.class)
        .keySet()
        .equals(plan.seats().dealers().keySet());
  }

  /** Whether this participant only deals. */
  private boolean leaves() {
    return !plan.isMember(self);
  }

  private CeremonyStep unlessLeaving(Roster outcome, Supplier<CeremonyStep> step) {
    return leaves() ? new CeremonyStep.Dealt(outcome) : step.get();
  }

  private ParticipantSecrets secrets() {
    return new ParticipantSecrets(plan, self, seed, old);
  }

  private ParticipantSecrets dealer() {
    if (old.isEmpty() && plan.purpose() != CeremonyPurpose.NEW && plan.isDealer(self)) {
      throw new RuleViolation(Rule.WRONG_ROLE, "the plan has us deal a share that we do not have");
    }
    return secrets();
  }

  private Jws sign(CeremonyDocument document) {
    return identity.sign(document.toJson());
  }

  private RoundOneConfirmation confirmation(ConfirmingRoundOne state) {
    return new RoundOneConfirmation(plan.id(), self, state.settled().roundOneHash());
  }

  private CeremonyConfirmation confirmation(ConfirmingTranscript state) {
    return new CeremonyConfirmation(plan.id(), self, state.outcome().transcript());
  }

  private CeremonyStep send(
      Ceremony seen, SentMessages own, String type, Supplier<CeremonyDocument> document) {
    return again(seen, own, type)
        .orElseGet(() -> new CeremonyStep.Send(acceptable(seen, document.get())));
  }

  /** Signs a message of ours. What the board that it answers would refuse is never sent. */
  private Jws acceptable(Ceremony seen, CeremonyDocument document) {
    Jws message = sign(document);
    seen.accept(message);
    return message;
  }

  /**
   * The step for a message that was made before: send it again, or wait if the board shows it
   * already.
   */
  private Optional<CeremonyStep> again(Ceremony seen, SentMessages own, String type) {
    return own.ofType(type).map(message -> sendAgain(seen, message));
  }

  private static CeremonyStep sendAgain(Ceremony seen, Jws message) {
    return seen.accept(message) == seen
        ? new CeremonyStep.Wait(seen.waitingFor())
        : new CeremonyStep.Send(message);
  }

  private CeremonyStep deal(Ceremony seen, SentMessages own, CollectingRoundTwo state) {
    return plan.isDealer(self)
        ? send(seen, own, RoundTwoMessage.TYPE, () -> dealer().roundTwo(state.settled(), random))
        : new CeremonyStep.Wait(seen.waitingFor());
  }

  private CeremonyStep confirm(Ceremony seen, SentMessages own, ConfirmingTranscript state) {
    if (leaves()) {
      return send(seen, own, CeremonyConfirmation.TYPE, () -> confirmation(state));
    }
    return again(seen, own, Complaint.TYPE)
        .or(() -> again(seen, own, CeremonyConfirmation.TYPE))
        .orElseGet(() -> finish(seen, state));
  }

  private CeremonyStep finish(Ceremony seen, ConfirmingTranscript state) {
    try {
      KeyPackage key = secrets().finish(state.settled(), state.roundTwo());
      return new CeremonyStep.KeepShare(key, acceptable(seen, confirmation(state)));
    } catch (InvalidKeyGeneration e) {
      if (e.culprits().isEmpty()) {
        throw e;
      }
      Identifier accused = e.culprits().first();
      return new CeremonyStep.Send(
          acceptable(seen, secrets().complaint(accused, state.outcome().transcript())));
    }
  }

  private CeremonyStep prove(Ceremony seen, SentMessages own, ProvingPossession state) {
    Optional<Jws> first = own.ofType(PossessionCommitment.TYPE);
    if (first.isEmpty()) {
      return new CeremonyStep.CommitPossession(state.outcome());
    }
    Optional<PossessionPackage> asked = state.askedOf(self);
    if (asked.isEmpty()) {
      return sendAgain(seen, first.get());
    }
    return own.possessionShare(asked.get())
        .map(made -> sendAgain(seen, made))
        .orElseGet(() -> new CeremonyStep.SignPossession(state.outcome(), asked.get()));
  }

  private void requireOurs(Ceremony seen) {
    if (!seen.id().equals(plan.id())) {
      throw new RuleViolation(Rule.WRONG_CEREMONY, "the ceremony shown is " + seen.id());
    }
  }
}
