package org.softpause.auditor.history;

/**
 * A time under one ceiling.
 *
 * @param from Unix seconds, included
 * @param to Unix seconds, excluded
 * @param bps the lowest ceiling that any site concerned may have had, 100..9999
 */
public record CeilingInterval(long from, long to, int bps) {}
