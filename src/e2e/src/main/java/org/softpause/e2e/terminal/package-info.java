/**
 * The output that a person sees: lines, progress indicators and a live bar. If the output is not a
 * terminal, it consists of plain lines for a log.
 */
@NullMarked
package org.softpause.e2e.terminal;

import org.jspecify.annotations.NullMarked;
