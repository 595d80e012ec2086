package org.softpause.frost.roast;

import org.softpause.frost.SigningCommitments;

/** Where one signer stands. An honest one goes to and fro between waiting and asked. */
sealed interface Standing {
  /** Nothing has come from it yet. */
  record Absent() implements Standing {}

  /** Responsive: it owes nothing, and the next session may use these commitments. */
  record Waiting(SigningCommitments commitments) implements Standing {}

  /** It owes a share to this session, and sits in no other until that has come. */
  record Asked(int session) implements Standing {}

  record Malicious(InvalidShare evidence) implements Standing {}

  record Withdrawn() implements Standing {}
}
