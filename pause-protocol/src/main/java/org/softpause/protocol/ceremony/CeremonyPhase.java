package org.softpause.protocol.ceremony;

/**
 * The phase of a ceremony: which message it waits for. Only messages of the current phase are
 * accepted; a participant who is too early sends the same bytes again later. No phase has a time
 * limit.
 */
public enum CeremonyPhase {
  /** Some participants have not signed the plan, and it may never begin. */
  PROPOSED,
  /** All accept the plan. Nobody is bound to anything yet. */
  ROUND_ONE,
  /**
   * All commitments are in and proven. It is not known yet whether all participants see the same
   * ones.
   */
  ROUND_ONE_CONFIRMATION,
  /** All have signed the same round one, so shares may be sealed to its keys. */
  ROUND_TWO,
  /** All sealed shares are in. Only their receivers know whether they open and verify. */
  CONFIRMATION,
  /** All have signed the same transcript and said that their shares are good and durable. */
  ROSTER,
  /** All have signed the roster. It is not shown yet that t members can sign with the key. */
  POSSESSION,
  /** The group has signed with its key. */
  COMPLETE,
  /** A repair was asked for, and some helpers have not consented. */
  REPAIR_CONSENT,
  /** All helpers of a repair are committed to how they split their shares. */
  REPAIR_PARTS,
  /** All parts of a repair are in, sealed; the helpers add them up. */
  REPAIR_SUMS,
  /** All sums of a repair are in, sealed; the member whose share is lost adds them up. */
  REPAIR_REBUILD,
  /** The repair is over: the member has said that its share is rebuilt and durable. */
  REPAIRED,
  /**
   * The ceremony ended by evidence against its culprits, or by a rare accident that is nobody's
   * fault. Nothing of it may be used.
   */
  ABORTED
}
