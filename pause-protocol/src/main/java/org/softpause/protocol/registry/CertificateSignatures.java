package org.softpause.protocol.registry;

import java.util.List;
import org.softpause.frost.FrostException;
import org.softpause.frost.Signature;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;

/**
 * Verifies the group signatures of a certificate: one from each committee that must sign, in order.
 */
final class CertificateSignatures {
  private CertificateSignatures() {}

  static void check(Certificate certificate, List<CommitteeKey> committees) {
    List<Signature> signatures = certificate.signatures();
    // An absent mandate has no committee, and no decision is valid without a signature.
    if (signatures.size() != committees.size() || committees.isEmpty()) {
      throw new RuleViolation(
          Rule.WRONG_SIGNATURE_COUNT,
          signatures.size() + " signatures from " + committees.size() + " committees");
    }
    byte[] message = certificate.id().bytes();
    for (int i = 0; i < signatures.size(); i++) {
      verify(committees.get(i), message, signatures.get(i), i);
    }
  }

  private static void verify(CommitteeKey committee, byte[] message, Signature signature, int i) {
    try {
      committee.key().verify(message, signature);
    } catch (FrostException.InvalidSignature invalid) {
      throw new RuleViolation(
          Rule.SIGNATURE_INVALID,
          "signature "
              + i
              + " does not verify over this decision for committee "
              + committee.roster(),
          invalid);
    }
  }
}
