package org.softpause.signer.words;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;

/**
 * A decision that is not anchored yet, whose proposal was verified here.
 *
 * @param state how far it has come, as the service says
 */
public record OpenDecision(Bytes32 id, Decision decision, String state) {}
