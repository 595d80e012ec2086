package org.softpause.protocol.committee;

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
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;

/**
 * A member's own part in a ceremony. It holds no state but its seed: each step is worked out anew
 * from the public messages and from what this member has sent, so that it may be interrupted
 * anywhere. What is randomised is never made twice: the same bytes are sent again.
 */
public final class CeremonyMember {
  private final CeremonyPlan plan;
  private final Identity identity;
  private final Identifier self;
  private final Seed seed;
  private final SecureRandom random;

  private CeremonyMember(
      CeremonyPlan plan, Identity identity, Identifier self, Seed seed, SecureRandom random) {
    this.plan = plan;
    this.identity = identity;
    this.self = self;
    this.seed = seed;
    this.random = random;
  }

  /**
   * Takes a seat. The caller has compared the plan's fingerprint outside the service and has made
   * the seed, fresh for this ceremony, durable.
   *
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER} if the plan does not hold this identity
   */
  public static CeremonyMember of(
      CeremonyPlan plan, Identity identity, Seed seed, SecureRandom random) {
    Identifier self =
        plan.memberWithKey(identity.publicIdentity().kid())
            .orElseThrow(
                () -> new RuleViolation(Rule.NOT_A_MEMBER, "the plan has no member with our key"))
            .identifier();
    return new CeremonyMember(plan, identity, self, seed, random);
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
   *     contradicts what we signed; {@link Rule#CEREMONY_ABORTED}
   */
  public Step next(Ceremony seen, List<Jws> sent) {
    requireOurs(seen);
    SentMessages own = new SentMessages(self, sent);
    own.requireAll(seen.board());
    return switch (seen.stage()) {
      case AcceptingPlan stage -> send(seen, own, CeremonyPlan.TYPE, () -> plan);
      case CollectingRoundOne stage -> send(seen, own, RoundOne.TYPE, () -> part().roundOne());
      case ConfirmingRoundOne stage ->
          send(seen, own, RoundOneConfirmation.TYPE, () -> confirmation(stage));
      case CollectingRoundTwo stage ->
          send(seen, own, RoundTwo.TYPE, () -> part().roundTwo(stage.settled(), random));
      case ConfirmingTranscript stage -> confirm(seen, own, stage);
      case SigningRoster stage -> send(seen, own, Roster.TYPE, stage::outcome);
      case ProvingPossession stage -> prove(seen, own, stage);
      case Completed stage -> new Step.Done(stage.outcome(), stage.signature());
      case Aborted stage -> throw stage.violation();
    };
  }

  /** Answers {@link Step.CommitPossession}: make it durable among those sent, then post it. */
  public Jws possessionCommitment(Roster roster, NonceCommitment commitment) {
    return sign(new PossessionCommitment(plan.id(), self, roster.hash(), commitment));
  }

  /** Answers {@link Step.SignPossession}: make it durable among those sent, then post it. */
  public Jws possessionShare(PossessionPackage signed, SignatureShare share) {
    return sign(new PossessionShare(plan.id(), self, signed.hash(), share));
  }

  /**
   * The share of the group's key from seed and public transcript alone, as from a backup.
   *
   * @throws RuleViolation {@link Rule#WRONG_PHASE} before all shares are on the board
   * @throws InvalidKeyGeneration naming a dealer of a bad share
   */
  public KeyPackage recover(Ceremony seen) {
    requireOurs(seen);
    KeyGeneration settled =
        seen.stage()
            .keys()
            .filter(keys -> seen.board().all(RoundTwo.class).size() == plan.members().size())
            .orElseThrow(
                () -> new RuleViolation(Rule.WRONG_PHASE, "not all shares are on the board"));
    return part().finish(settled, seen.board().all(RoundTwo.class));
  }

  private OwnPart part() {
    return new OwnPart(plan, self, seed);
  }

  private Jws sign(CeremonyDocument document) {
    return identity.sign(document.toJson());
  }

  private RoundOneConfirmation confirmation(ConfirmingRoundOne stage) {
    return new RoundOneConfirmation(plan.id(), self, stage.settled().roundOneHash());
  }

  private Step send(
      Ceremony seen, SentMessages own, String type, Supplier<CeremonyDocument> document) {
    return again(seen, own, type)
        .orElseGet(
            () -> {
              Jws message = sign(document.get());
              seen.accept(message);
              return new Step.Send(message);
            });
  }

  /** A message made before: to be sent again, or shown on the board already. */
  private Optional<Step> again(Ceremony seen, SentMessages own, String type) {
    return own.ofType(type)
        .map(
            message ->
                seen.accept(message) == seen
                    ? new Step.Wait(seen.waitingFor())
                    : new Step.Send(message));
  }

  private Step confirm(Ceremony seen, SentMessages own, ConfirmingTranscript stage) {
    return again(seen, own, Complaint.TYPE)
        .or(() -> again(seen, own, CeremonyConfirmation.TYPE))
        .orElseGet(() -> finish(seen, stage));
  }

  private Step finish(Ceremony seen, ConfirmingTranscript stage) {
    try {
      KeyPackage key = part().finish(stage.settled(), stage.roundTwo());
      Jws confirmation =
          sign(new CeremonyConfirmation(plan.id(), self, stage.outcome().transcript()));
      seen.accept(confirmation);
      return new Step.KeepShare(key, confirmation);
    } catch (InvalidKeyGeneration e) {
      return new Step.Send(sign(part().complaint(e.culprits().first())));
    }
  }

  private Step prove(Ceremony seen, SentMessages own, ProvingPossession stage) {
    if (stage.possessionPackage().isEmpty()) {
      return again(seen, own, PossessionCommitment.TYPE)
          .orElseGet(() -> new Step.CommitPossession(stage.outcome()));
    }
    PossessionPackage full = stage.possessionPackage().get();
    if (!full.hasSigner(self)) {
      return new Step.Wait(seen.waitingFor());
    }
    return again(seen, own, PossessionShare.TYPE)
        .orElseGet(() -> new Step.SignPossession(stage.outcome(), full));
  }

  private void requireOurs(Ceremony seen) {
    if (!seen.id().equals(plan.id())) {
      throw new RuleViolation(Rule.WRONG_CEREMONY, "shown ceremony " + seen.id());
    }
  }
}
