/**
 * Decisions, times and amounts in words that a journalist can print. Text that comes from others is
 * made harmless here before a terminal shows it.
 */
@NullMarked
package org.softpause.auditor.words;

import org.jspecify.annotations.NullMarked;
