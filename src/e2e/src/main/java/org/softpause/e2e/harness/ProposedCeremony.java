package org.softpause.e2e.harness;

/** A key ceremony's id, and the short fingerprint its members compare by telephone. */
public record ProposedCeremony(String id, String fingerprint) {}
