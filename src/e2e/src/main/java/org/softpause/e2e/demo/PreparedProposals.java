package org.softpause.e2e.demo;

import org.softpause.e2e.attack.TokenAttacks;
import org.softpause.e2e.harness.AgentVerdict;

/**
 * The decisions and forged tokens that are prepared for the attacks.
 *
 * @param everything the id of a pause of everything, which only two of five approve
 * @param lift the id of a genuine lift
 * @param tokens the attacks with forged tokens
 * @param honest the agent's verdict on an honest token that is signed in the same way
 */
record PreparedProposals(
    String everything, String lift, TokenAttacks tokens, AgentVerdict honest) {}
