package org.softpause.frost.roast;

import org.softpause.frost.SigningCommitments;

/** Where one signer stands. An honest one goes to and fro between waiting and asked. */
sealed interface SignerStatus {
  /** Nothing has come from it yet. */
  record Absent() implements SignerStatus {}

  /** Responsive: it owes nothing, and the next session may use these commitments. */
  record Waiting(SigningCommitments commitments) implements SignerStatus {}

  /** It owes a share to this session, and sits in no other until that has come. */
  record Asked(int session) implements SignerStatus {}

  record Malicious(InvalidShare evidence) implements SignerStatus {}

  record Withdrawn() implements SignerStatus {}
}
