package org.softpause.authz.decision;

import org.softpause.authz.committee.SigningGroup;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.jose.Jws;

/**
 * A ballot was recorded; published within the transaction that records it, while the decision is
 * locked.
 */
public record BallotCast(DecisionRecord decision, SigningGroup group, Ballot ballot, Jws signed) {}
