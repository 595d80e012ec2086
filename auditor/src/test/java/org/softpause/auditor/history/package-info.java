/**
 * Tests of the effects derived from a log. Ceilings are compared with those of single sites,
 * computed as every agent computes them.
 */
@NullMarked
package org.softpause.auditor.history;

import org.jspecify.annotations.NullMarked;
