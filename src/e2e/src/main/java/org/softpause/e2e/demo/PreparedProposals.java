package org.softpause.e2e.demo;

import org.softpause.e2e.attack.TokenAttacks;
import org.softpause.e2e.harness.AgentVerdict;

/**
 * Two decisions that are not signed yet, and what a dishonest service has made.
 *
 * @param everything what two of five want to do to everyone
 * @param lift what three of them will want
 * @param tokens its tokens
 * @param honest what an agent says to an honest one that is signed the same way
 */
record PreparedProposals(
    String everything, String lift, TokenAttacks tokens, AgentVerdict honest) {}
