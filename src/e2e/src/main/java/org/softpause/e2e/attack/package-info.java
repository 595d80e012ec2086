/**
 * The tools of those who cheat: a service that signs untrue tokens with its own genuine key, a
 * courier that puts together too few shares, a stranger who submits altered calls to the contract.
 * Each attempt is made against the real programs and answers how it was refused.
 */
@NullMarked
package org.softpause.e2e.attack;

import org.jspecify.annotations.NullMarked;
