package org.softpause.frost.roast;

import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.frost.SigningPackage;

/** A message of the ROAST coordinator, in answer to an event. */
public sealed interface CoordinatorMessage {
  /** Session {@code session}, counted from 1, asks each signer of this package for its share. */
  record Request(int session, SigningPackage signingPackage) implements CoordinatorMessage {}

  /** A signer is proven to be malicious, and sessions go on without it. */
  record Blame(InvalidShare evidence) implements CoordinatorMessage {}

  /** The signature is made and verified, and nobody is asked for anything more. */
  record Finished(Signature signature) implements CoordinatorMessage {}

  /**
   * The event changed nothing. Its sender is not to blame, since networks repeat and delay
   * messages.
   */
  record Ignored(Identifier sender, Reason reason) implements CoordinatorMessage {}

  /** Why an event changed nothing. */
  enum Reason {
    /** The signature has been made already. */
    FINISHED,
    /** The sender is not of this group. */
    STRANGER,
    /** The sender was blamed before. */
    MALICIOUS,
    /** The sender withdrew before. */
    WITHDRAWN,
    /** The sender's first commitments are known already, and only those count. */
    COMMITTED_BEFORE,
    /** There is no such session, or it did not ask the sender. */
    NOT_ASKED,
    /** The share is the one that the sender gave before. */
    ANSWERED_BEFORE,
    /**
     * The next commitments were used before. Two shares with one nonce would reveal the key share.
     */
    COMMITMENTS_REUSED
  }
}
