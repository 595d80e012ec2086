/**
 * Decisions, times and amounts in words that a journalist can print. Text from elsewhere is
 * sanitised here before a terminal shows it.
 */
@NullMarked
package org.softpause.auditor.words;

import org.jspecify.annotations.NullMarked;
