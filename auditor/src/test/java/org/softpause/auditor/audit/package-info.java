/**
 * Tests of the replay on its own, without a node. The long one prints its figures and runs with
 * -Pdeep.
 */
@NullMarked
package org.softpause.auditor.audit;

import org.jspecify.annotations.NullMarked;
