package org.softpause.protocol.ceremony;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.jose.SealedShare;

/**
 * Decides who is to blame for a complaint, from the public messages alone. Only those who see the
 * transcript that the complaint names may decide; the verdict is then the same for all of them.
 */
final class ComplaintVerdict {
  private ComplaintVerdict() {}

  /**
   * Refuses a complaint from which nothing can be recomputed.
   *
   * @param transcript the hash of the transcript shown here
   * @throws RuleViolation {@link Rule#SPLIT_VIEW} for a complaint about another transcript, {@link
   *     Rule#NOT_A_MEMBER}, {@link Rule#WRONG_ROLE}, {@link Rule#WRONG_IDENTIFIER} or {@link
   *     Rule#COMPLAINT_KEY_MISMATCH}
   */
  static void requireEvidence(
      VerifiedMessage verified, Complaint complaint, RoundOneOutcome settled, Bytes32 transcript) {
    if (!complaint.transcript().equals(transcript)) {
      throw new RuleViolation(
          Rule.SPLIT_VIEW, verified + ": it complains about a share of another transcript");
    }
    CeremonyPlan plan = settled.plan();
    plan.participant(complaint.against());
    CeremonyState.requireRole(verified, plan.isMember(complaint.identifier()), "receiver");
    if (!plan.isDealer(complaint.against())) {
      throw new RuleViolation(
          Rule.WRONG_ROLE, verified + ": it complains about a participant who does not deal");
    }
    if (complaint.against().equals(complaint.identifier())) {
      throw new RuleViolation(
          Rule.WRONG_IDENTIFIER, "a member cannot complain about its own share");
    }
    if (!settled
        .sealingKey(complaint.against(), complaint.identifier())
        .equals(complaint.decryptionKey().encryptionKey())) {
      throw new RuleViolation(
          Rule.COMPLAINT_KEY_MISMATCH,
          "the published key is not the one that round one has for the accused's share");
    }
  }

  /**
   * Blames the dealer if its share does not open or does not match its commitment, and the
   * complainer otherwise.
   */
  static CeremonyAborted of(
      Complaint complaint, RoundOneOutcome settled, Map<Identifier, RoundTwoMessage> roundTwo) {
    Identifier dealer = complaint.against();
    RoundTwoMessage dealt = Objects.requireNonNull(roundTwo.get(dealer));
    SealedShare sealed = Objects.requireNonNull(dealt.shares().get(complaint.identifier()));
    try {
      SecretShare share = SecretShare.fromSecretBytes(sealed.open(complaint.decryptionKey()));
      settled.published().verifyShare(dealer, complaint.identifier(), share);
    } catch (RuleViolation | FrostException e) {
      return blame(dealer, "bad share to member " + complaint.identifier().value());
    }
    return blame(complaint.identifier(), "false complaint against member " + dealer.value());
  }

  private static CeremonyAborted blame(Identifier culprit, String reason) {
    return new CeremonyAborted(new TreeSet<>(List.of(culprit)), reason);
  }
}
