package org.softpause.frost.roast;

import org.softpause.frost.SigningCommitments;

/** The status of one signer. An honest one alternates between waiting and asked. */
sealed interface SignerStatus {
  /** The signer has sent nothing yet. */
  record Absent() implements SignerStatus {}

  /** The signer owes nothing, and the next session may use these commitments. */
  record Waiting(SigningCommitments commitments) implements SignerStatus {}

  /** The signer owes a share to this session and is in no other until it has sent it. */
  record Asked(int session) implements SignerStatus {}

  record Malicious(InvalidShare evidence) implements SignerStatus {}

  record Withdrawn() implements SignerStatus {}
}
