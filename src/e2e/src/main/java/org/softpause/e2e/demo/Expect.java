package org.softpause.e2e.demo;

import java.util.Objects;

/** Assertions of the demo: a step fails if something differs from its description. */
final class Expect {

  private Expect() {}

  static void that(boolean asDescribed, String otherwise) {
    if (!asDescribed) {
      throw new Unexpected(otherwise);
    }
  }

  static void equal(String what, Object expected, Object found) {
    that(Objects.equals(expected, found), what + " should be " + expected + " and is " + found);
  }

  static void atMost(String what, long limit, long found) {
    that(found <= limit, what + " should be at most " + limit + " and is " + found);
  }

  /** Thrown when something differs from the description. */
  static final class Unexpected extends RuntimeException {

    Unexpected(String message) {
      super(message);
    }
  }
}
