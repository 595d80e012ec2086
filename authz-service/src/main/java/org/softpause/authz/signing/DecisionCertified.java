package org.softpause.authz.signing;

import org.softpause.authz.decision.DecisionRecord;
import org.softpause.protocol.registry.Certificate;

/**
 * Every committee has signed; published within the transaction that records it, while the decision
 * is locked.
 */
public record DecisionCertified(DecisionRecord decision, Certificate certificate) {}
