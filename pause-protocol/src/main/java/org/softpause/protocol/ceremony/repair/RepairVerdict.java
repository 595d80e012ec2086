package org.softpause.protocol.ceremony.repair;

import java.util.Objects;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.repair.SplitCommitments;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.jose.SealedShare;

/**
 * Who is to blame for a complaint in a repair, recomputed from the public messages and the one key
 * that the complaint publishes. A helper complains about another helper's part, the member whose
 * share is lost about a helper's sum.
 */
public record RepairVerdict(Identifier culprit, String reason) {
  /**
   * Refuses a complaint from which nothing can be recomputed; it then names nobody.
   *
   * @throws RuleViolation {@link Rule#WRONG_PHASE}, {@link Rule#WRONG_ROLE}, {@link
   *     Rule#WRONG_IDENTIFIER}, {@link Rule#SPLIT_VIEW} for a complaint about other messages than
   *     are shown here, or {@link Rule#COMPLAINT_KEY_MISMATCH}
   */
  static void requireEvidence(RepairTranscript shown, Complaint complaint) {
    boolean aboutSum = aboutSum(shown, complaint);
    shown.requireStage(complaint, aboutSum ? RepairStage.REBUILD : RepairStage.SUMS);
    if (!shown.request().isHelper(complaint.against())) {
      throw new RuleViolation(Rule.WRONG_ROLE, "a complaint is about a helper");
    }
    if (complaint.against().equals(complaint.identifier())) {
      throw new RuleViolation(Rule.WRONG_IDENTIFIER, "a helper cannot complain about itself");
    }
    if (!complaint.transcript().equals(aboutSum ? shown.sumsHash() : shown.partsHash())) {
      throw new RuleViolation(
          Rule.SPLIT_VIEW,
          shown.describe(complaint) + ": it complains about other messages than are shown here");
    }
    if (!sealingKey(shown, complaint).equals(complaint.decryptionKey().encryptionKey())) {
      throw new RuleViolation(
          Rule.COMPLAINT_KEY_MISMATCH,
          "the published key is not the one to which the accused had to seal");
    }
  }

  /** Blames the accused if its value does not open or fit its commitment, else the complainer. */
  public static RepairVerdict of(RepairTranscript shown, Complaint complaint) {
    SplitCommitments splits = shown.splits();
    Identifier accused = complaint.against();
    try {
      SecretShare value =
          SecretShare.fromSecretBytes(sealed(shown, complaint).open(complaint.decryptionKey()));
      if (aboutSum(shown, complaint)) {
        splits.verifySum(accused, value);
      } else {
        splits.verifyPart(accused, complaint.identifier(), value);
      }
    } catch (RuleViolation | FrostException e) {
      return new RepairVerdict(
          accused,
          "bad %s to member %d"
              .formatted(
                  aboutSum(shown, complaint) ? "sum" : "part", complaint.identifier().value()));
    }
    return new RepairVerdict(
        complaint.identifier(), "false complaint against member " + accused.value());
  }

  private static boolean aboutSum(RepairTranscript shown, Complaint complaint) {
    return complaint.identifier().equals(shown.request().identifier());
  }

  private static EncryptionKey sealingKey(RepairTranscript shown, Complaint complaint) {
    return Objects.requireNonNull(
        aboutSum(shown, complaint)
            ? shown.request().encryptionKeys().get(complaint.against())
            : Objects.requireNonNull(shown.consents().get(complaint.identifier()))
                .encryptionKeys()
                .get(complaint.against()));
  }

  private static SealedShare sealed(RepairTranscript shown, Complaint complaint) {
    return aboutSum(shown, complaint)
        ? Objects.requireNonNull(shown.sums().get(complaint.against())).sum()
        : Objects.requireNonNull(
            Objects.requireNonNull(shown.parts().get(complaint.against()))
                .parts()
                .get(complaint.identifier()));
  }
}
