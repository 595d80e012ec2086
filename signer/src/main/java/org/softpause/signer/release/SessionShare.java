package org.softpause.signer.release;

import java.security.SecureRandom;
import java.util.function.BiFunction;
import org.softpause.frost.FrostException;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.state.FinishedShare;
import org.softpause.signer.state.Nonce;
import org.softpause.signer.state.NonceLedger;

/**
 * Makes this signer's share for one session, whether it signs a decision or a proof of possession.
 * The share, the burn of its nonce and the next commitment are one change of the ledger.
 *
 * @param subject the message to sign: a decision's id or a possession message
 * @param packageHash the hash of the session's package
 */
public record SessionShare(
    Bytes32 subject, Roster roster, SigningPackage signingPackage, Bytes32 packageHash) {

  /** The ledger with the share in it, and the signed document that may leave once it is stored. */
  public record Finished(NonceLedger ledger, Jws message) {}

  /**
   * Signs the package with this nonce.
   *
   * @param document signs the document that carries the share and the next commitment
   * @throws RuleViolation SESSIONS_EXHAUSTED, or SIGNING_PACKAGE_MALFORMED for a package that
   *     threshold signing refuses; nothing is changed then
   */
  public Finished finish(
      NonceLedger ledger,
      Nonce nonce,
      KeyPackage key,
      SecureRandom random,
      BiFunction<SignatureShare, NonceCommitment, Jws> document) {
    Bytes32 rosterHash = roster.hash();
    requireSessionLeft(ledger, rosterHash);
    SignatureShare share = sign(key, nonce);
    SigningNonces next = RoundOne.commit(key.signingShare(), random);
    Jws message =
        document.apply(share, new NonceCommitment(ledger.nextNumber(), next.commitments()));
    NonceLedger after =
        ledger
            .issue(subject, rosterHash, next)
            .finish(nonce.number(), new FinishedShare(subject, rosterHash, packageHash, message));
    return new Finished(after, message);
  }

  private SignatureShare sign(KeyPackage key, Nonce nonce) {
    try {
      return RoundTwo.sign(key, nonce.nonces(), signingPackage);
    } catch (FrostException refused) {
      throw RuleViolation.of(refused);
    }
  }

  /** Signing takes no more sessions than ROAST needs, so nobody can fill this store with shares. */
  private void requireSessionLeft(NonceLedger ledger, Bytes32 rosterHash) {
    int most = roster.members().size() - roster.minSigners() + 1;
    if (ledger.shares(subject, rosterHash) >= most) {
      throw new RuleViolation(
          Rule.SESSIONS_EXHAUSTED,
          "signing takes at most %d sessions, and this signer has given a share to as many"
              .formatted(most));
    }
  }
}
