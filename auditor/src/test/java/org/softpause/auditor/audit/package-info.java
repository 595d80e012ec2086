/**
 * Tests of the replay without a node. The test over ten thousand decisions prints its times and
 * runs with -Pdeep.
 */
@NullMarked
package org.softpause.auditor.audit;

import org.jspecify.annotations.NullMarked;
