package org.softpause.e2e.demo;

/**
 * Two decisions that are not signed yet.
 *
 * @param everything what two of five want to do to everyone
 * @param lift what three of them will want
 */
record Proposals(String everything, String lift) {}
