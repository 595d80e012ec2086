/**
 * Committees: who their members are, how many of them must sign, and under which group key. Package
 * {@code ceremony} makes what is written down here.
 */
@NullMarked
package org.softpause.protocol.committee;

import org.jspecify.annotations.NullMarked;
