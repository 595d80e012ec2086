package org.softpause.signer.deciding;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;

/** What a proposer asked for, from which a decision's fields follow once the log is known. */
public sealed interface DecisionDraft
    permits PauseDraft, LiftDraft, RenewDraft, WithdrawDraft, RotateDraft {
  /**
   * The decision that the draft means.
   *
   * @param now Unix seconds of the chain's latest block
   * @param reasonHash SHA-256 of the reasons document
   */
  Decision decision(DecisionWorkspace workspace, long now, Bytes32 reasonHash);
}
