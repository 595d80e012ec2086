/**
 * What a person sees: lines, progress on whatever takes longer than a second, a live bar. Where the
 * output is no terminal, plain lines that read well in a log.
 */
@NullMarked
package org.softpause.e2e.terminal;

import org.jspecify.annotations.NullMarked;
