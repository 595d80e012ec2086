package org.softpause.protocol.ceremony;

/**
 * Where a ceremony stands: what it waits for from every member. Only messages of the current phase
 * are accepted; who is too early sends the same bytes again. No phase says anything about time.
 */
public enum CeremonyPhase {
  /** Some members have not signed the plan: it may still come to nothing. */
  PROPOSED,
  /** All accept the plan. Nobody is bound to anything yet. */
  ROUND_ONE,
  /** All commitments are in and proven; whether all members see the same ones is open. */
  ROUND_ONE_CONFIRMATION,
  /** All signed the same round one, so shares may be sealed to its keys. */
  ROUND_TWO,
  /** All sealed shares are in; whether they open and verify only their receivers know. */
  CONFIRMATION,
  /** All signed the same transcript, and say that their shares are good and durable. */
  ROSTER,
  /** All signed the roster; that t members can sign with the key is not shown yet. */
  POSSESSION,
  /** The group has signed with its key. */
  COMPLETE,
  /** Ended by evidence against its culprits, or by chance naming nobody; nothing may be used. */
  ABORTED
}
