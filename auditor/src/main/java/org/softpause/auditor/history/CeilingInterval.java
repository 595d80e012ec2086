package org.softpause.auditor.history;

/**
 * An interval of time with one ceiling.
 *
 * @param from Unix seconds, included
 * @param to Unix seconds, excluded
 * @param bps the lowest ceiling that any affected site may have had, 100..9999 basis points
 */
public record CeilingInterval(long from, long to, int bps) {}
