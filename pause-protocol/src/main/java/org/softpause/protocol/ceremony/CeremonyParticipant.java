package org.softpause.protocol.ceremony;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
 * A participant's own part in a ceremony. It holds no state but its seed and, of one who deals, the
 * share of before: each step is worked out anew from the public messages and from what this
 * participant has sent, so that it may be interrupted anywhere. What is randomised is never made
 * twice: the same bytes are sent again.
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
   * Takes a seat, as one who deals no share of before: a founder, a newcomer, or whoever comes back
   * to a ceremony after round two. The caller has compared the plan's fingerprint outside the
   * service and has made the seed, fresh for this ceremony, durable.
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
   * @param old the share to hand on, of the committee that the plan says it succeeds
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
   * What to do in view of the ceremony as the board shows it now. A message to send is known to be
   * acceptable there.
   *
   * @param sent everything that this member has made durable to send in this ceremony
   * @throws RuleViolation {@link Rule#WRONG_CEREMONY}; {@link Rule#OWN_MESSAGE_UNKNOWN} if the
   *     board shows a message of ours that we did not make; {@link Rule#SPLIT_VIEW} if it
   *     contradicts what we signed; {@link Rule#CEREMONY_ABORTED}; {@link Rule#WRONG_ROLE} if it is
   *     our turn to deal and there is no share to deal
   */
  public CeremonyStep next(Ceremony seen, List<Jws> sent) {
    requireOurs(seen);
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
      case CeremonyAborted state -> throw state.violation();
    };
  }

  /**
   * Answers {@link CeremonyStep.CommitPossession}: make it durable among those sent, then post it.
   */
  public Jws possessionCommitment(Roster roster, NonceCommitment commitment) {
    return sign(new PossessionCommitment(plan.id(), self, roster.hash(), commitment));
  }

  /**
   * Answers {@link CeremonyStep.SignPossession}: make it durable among those sent, then post it.
   */
  public Jws possessionShare(PossessionPackage signed, SignatureShare share, NonceCommitment next) {
    return sign(new PossessionShare(plan.id(), self, signed.hash(), share, next));
  }

  /**
   * The share of the group's key from seed and public transcript alone, as from a backup.
   *
   * @throws RuleViolation {@link Rule#WRONG_PHASE} before all shares are on the board
   * @throws InvalidKeyGeneration naming a dealer of a bad share
   */
  public KeyPackage recover(Ceremony seen) {
    requireOurs(seen);
    RoundOneOutcome settled =
        seen.state()
            .keys()
            .filter(keys -> hasAllShares(seen))
            .orElseThrow(
                () -> new RuleViolation(Rule.WRONG_PHASE, "not all shares are on the board"));
    return secrets().finish(settled, seen.accepted().all(RoundTwoMessage.class));
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
      throw new RuleViolation(Rule.WRONG_ROLE, "the plan has us deal a share that is not here");
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
        .orElseGet(
            () -> {
              Jws message = sign(document.get());
              seen.accept(message);
              return new CeremonyStep.Send(message);
            });
  }

  /** A message made before: to be sent again, or shown on the board already. */
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
      Jws confirmation = sign(confirmation(state));
      seen.accept(confirmation);
      return new CeremonyStep.KeepShare(key, confirmation);
    } catch (InvalidKeyGeneration e) {
      return new CeremonyStep.Send(sign(secrets().complaint(e.culprits().first())));
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
      throw new RuleViolation(Rule.WRONG_CEREMONY, "shown ceremony " + seen.id());
    }
  }
}
