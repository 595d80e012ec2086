package org.softpause.frost.roast;

import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.frost.SigningPackage;

/** What the coordinator has to say after an event. */
public sealed interface CoordinatorMessage {
  /** Session {@code session}, counted from 1, asks each signer of this package for its share. */
  record Request(int session, SigningPackage signingPackage) implements CoordinatorMessage {}

  /** A signer has proven itself malicious and is passed by from now on. */
  record Blame(InvalidShare evidence) implements CoordinatorMessage {}

  /** The signature is there, verified; nothing more is asked of anyone. */
  record Finished(Signature signature) implements CoordinatorMessage {}

  /** The event changed nothing. That is no reproach: networks repeat and delay. */
  record Ignored(Identifier sender, Reason reason) implements CoordinatorMessage {}

  /** Why an event changed nothing. */
  enum Reason {
    /** The signature is there already. */
    FINISHED,
    /** The sender is not of this group. */
    STRANGER,
    /** The sender was blamed before. */
    MALICIOUS,
    /** The sender withdrew before. */
    WITHDRAWN,
    /** The sender's first commitments are known already; the first to come count. */
    COMMITTED_BEFORE,
    /** There is no such session, or it did not ask the sender. */
    NOT_ASKED,
    /** The share is the one that the sender gave before. */
    ANSWERED_BEFORE,
    /** The next commitments were used before; one nonce for two shares gives the key share away. */
    COMMITMENTS_REUSED
  }
}
