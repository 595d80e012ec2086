package org.softpause.e2e.demo;

/** The id of a lift that is signed but not anchored yet. */
record SignedLift(String id) {}
