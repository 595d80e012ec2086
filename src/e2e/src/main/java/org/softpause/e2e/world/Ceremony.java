package org.softpause.e2e.world;

/** A key ceremony's id, and the short fingerprint its members compare by telephone. */
public record Ceremony(String id, String fingerprint) {}
