/**
 * A chain with a real registry on it, and the people around it who may lie. Only what the auditor
 * talks to is played; the contract and its node are real.
 */
@NullMarked
package org.softpause.auditor.world;

import org.jspecify.annotations.NullMarked;
