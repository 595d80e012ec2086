/**
 * The attacks of the demo: a service signs false tokens with its genuine key or combines too few
 * signature shares, and a stranger submits altered calls to the contract. Each attack runs against
 * the real programs and reports who refused it and why.
 */
@NullMarked
package org.softpause.e2e.attack;

import org.jspecify.annotations.NullMarked;
