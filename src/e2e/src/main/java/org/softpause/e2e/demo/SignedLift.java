package org.softpause.e2e.demo;

/** A lift that three have signed while the chain stood still; its id. */
record SignedLift(String id) {}
