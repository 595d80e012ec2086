/**
 * The commands as they are run, against real registries on a node of the test's own. Between the
 * two stand those who lie.
 */
@NullMarked
package org.softpause.auditor.cli;

import org.jspecify.annotations.NullMarked;
