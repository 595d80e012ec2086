package org.softpause.frost.roast;

import org.softpause.frost.Identifier;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;

/**
 * A message from a signer to the ROAST coordinator. The caller has verified that its sender signed
 * it.
 */
public sealed interface CoordinatorEvent {
  Identifier sender();

  /** The first message of a signer: it is ready to sign, with these commitments. */
  record Commitment(Identifier sender, SigningCommitments commitments)
      implements CoordinatorEvent {}

  /** A signer's share for the session that asked it, and its commitments for the next. */
  record Answer(
      Identifier sender, int session, SignatureShare share, SigningCommitments nextCommitments)
      implements CoordinatorEvent {}

  /**
   * A signer has burned its nonces, because it rejects what it approved before. It is not asked
   * again.
   */
  record Withdrawal(Identifier sender) implements CoordinatorEvent {}
}
