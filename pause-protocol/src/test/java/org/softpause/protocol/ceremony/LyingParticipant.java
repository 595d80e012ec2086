package org.softpause.protocol.ceremony;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyConfirmation;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.PossessionCommitment;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.ceremony.document.RosterDocument;
import org.softpause.protocol.ceremony.document.RoundOneConfirmation;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SealedShare;

/**
 * A dishonest participant who signs in each view what that view accepts. In one phase it cheats, by
 * what that phase offers: another round one, bad shares, false complaints, or bad shares of the
 * proof of possession.
 */
final class LyingParticipant {
  private final CeremonyPlan plan;
  private final TestMember member;
  private final Identifier self;
  private final List<ParticipantSecrets> secrets;
  private final CeremonyPhase cheatsIn;
  private final Random random;
  private final SecureRandom secure;
  private int commitments;

  LyingParticipant(
      CeremonyPlan plan,
      TestMember member,
      Identifier self,
      Optional<KeyPackage> old,
      CeremonyPhase cheatsIn,
      Random random,
      SecureRandom secure) {
    this.plan = plan;
    this.member = member;
    this.self = self;
    this.secrets =
        List.of(
            new ParticipantSecrets(plan, self, member.seed(), old),
            new ParticipantSecrets(plan, self, Seed.generate(secure), old));
    this.cheatsIn = cheatsIn;
    this.random = random;
    this.secure = secure;
  }

  /** Whether it says something else in each view of this phase. */
  boolean cheatsIn(CeremonyPhase phase) {
    return phase == cheatsIn;
  }

  private boolean cheatsNow(Ceremony view, int oneIn) {
    return cheatsIn(view.phase()) && random.nextInt(oneIn) == 0;
  }

  Identifier identifier() {
    return self;
  }

  String kid() {
    return member.identity().publicIdentity().kid();
  }

  /** The types of the messages that a phase takes. */
  static Set<String> types(CeremonyPhase phase) {
    return switch (phase) {
      case PROPOSED -> Set.of(CeremonyPlan.TYPE);
      case ROUND_ONE -> Set.of(RoundOneMessage.TYPE);
      case ROUND_ONE_CONFIRMATION -> Set.of(RoundOneConfirmation.TYPE);
      case ROUND_TWO -> Set.of(RoundTwoMessage.TYPE);
      case CONFIRMATION -> Set.of(CeremonyConfirmation.TYPE, Complaint.TYPE);
      case ROSTER -> Set.of(Roster.TYPE);
      case POSSESSION -> Set.of(PossessionCommitment.TYPE, PossessionShare.TYPE);
      case COMPLETE, ABORTED -> Set.of();
      case REPAIR_CONSENT, REPAIR_PARTS, REPAIR_SUMS, REPAIR_REBUILD, REPAIRED -> Set.of();
    };
  }

  /** What the liar signs for this view, if it does not stay silent. */
  Optional<Jws> say(Ceremony view) {
    return document(view).map(document -> member.identity().sign(document.toJson()));
  }

  private Optional<CeremonyDocument> document(Ceremony view) {
    return switch (view.state()) {
      case AcceptingPlan state -> Optional.of(plan);
      case CollectingRoundOne state ->
          Optional.of(secrets.get(cheatsNow(view, 2) ? 1 : 0).roundOne());
      case ConfirmingRoundOne state ->
          Optional.of(new RoundOneConfirmation(plan.id(), self, state.settled().roundOneHash()));
      case CollectingRoundTwo state -> Optional.of(deal(view, state.settled()));
      case ConfirmingTranscript state -> Optional.of(confirmOrAccuse(view, state));
      case SigningRoster state -> Optional.of(new RosterDocument(state.outcome()));
      case ProvingPossession state -> prove(view, state);
      case CeremonyCompleted state -> Optional.empty();
      case CeremonyAborted state -> Optional.empty();
      case Repairing state -> Optional.empty();
    };
  }

  /** The secrets behind the liar's round one in this view. */
  private ParticipantSecrets secretsOf(RoundOneOutcome settled) {
    return secrets.stream()
        .filter(each -> each.roundOne().equals(settled.roundOne().get(self)))
        .findFirst()
        .orElseThrow();
  }

  private RoundTwoMessage deal(Ceremony view, RoundOneOutcome settled) {
    RoundTwoMessage good = secretsOf(settled).roundTwo(settled, secure);
    SortedMap<Identifier, SealedShare> shares = new TreeMap<>(good.shares());
    for (Identifier receiver : good.shares().keySet()) {
      if (cheatsNow(view, 2)) {
        shares.put(receiver, SealedShare.seal(one(), settled.sealingKey(self, receiver), secure));
      }
    }
    return new RoundTwoMessage(plan.id(), self, good.roundOne(), shares);
  }

  private static byte[] one() {
    byte[] scalar = new byte[SealedShare.SHARE_LENGTH];
    scalar[31] = 1;
    return scalar;
  }

  private CeremonyDocument confirmOrAccuse(Ceremony view, ConfirmingTranscript state) {
    Bytes32 transcript = state.outcome().transcript();
    List<Identifier> accusable =
        plan.dealersTo(self).stream().filter(dealer -> !dealer.equals(self)).toList();
    return accusable.isEmpty() || !cheatsNow(view, 2)
        ? new CeremonyConfirmation(plan.id(), self, transcript)
        : secretsOf(state.settled())
            .complaint(accusable.get(random.nextInt(accusable.size())), transcript);
  }

  private Optional<CeremonyDocument> prove(Ceremony view, ProvingPossession state) {
    if (!cheatsNow(view, 2)) {
      return Optional.empty();
    }
    SigningShare anything = SigningShare.fromSecretBytes(one());
    NonceCommitment fresh =
        new NonceCommitment(++commitments, RoundOne.commit(anything, secure).commitments());
    return Optional.of(
        state
            .askedOf(self)
            .<CeremonyDocument>map(
                asked ->
                    new PossessionShare(
                        plan.id(), self, asked.hash(), SignatureShare.decode(new byte[32]), fresh))
            .orElseGet(
                () -> new PossessionCommitment(plan.id(), self, state.outcome().hash(), fresh)));
  }
}
