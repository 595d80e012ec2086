package org.softpause.e2e.harness;

/** The id of a key ceremony and the fingerprint that its members compare by telephone. */
public record ProposedCeremony(String id, String fingerprint) {}
