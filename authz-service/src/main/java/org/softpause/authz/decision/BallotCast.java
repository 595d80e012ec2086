package org.softpause.authz.decision;

import org.softpause.authz.committee.SigningGroup;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.jose.Jws;

/**
 * A vote was recorded; published within the transaction that records it, the decision being locked.
 */
public record BallotCast(DecisionRecord decision, SigningGroup group, Ballot ballot, Jws signed) {}
