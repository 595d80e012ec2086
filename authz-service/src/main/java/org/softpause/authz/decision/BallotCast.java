package org.softpause.authz.decision;

import org.softpause.protocol.Bytes32;

/**
 * A vote was recorded; published within the transaction that records it, the decision being locked.
 */
public record BallotCast(DecisionRecord decision, Bytes32 roster, boolean approves) {}
