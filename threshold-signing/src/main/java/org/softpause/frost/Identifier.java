package org.softpause.frost;

/**
 * A participant's identifier, RFC 9591 section 3: a non-zero integer, kept small so that Lagrange
 * coefficients and share evaluation stay cheap. Committees use 1..n with n at most 255.
 */
public record Identifier(int value) implements Comparable<Identifier> {
  public static final int MAX_VALUE = 255;

  /**
   * @throws IllegalArgumentException outside 1..255
   */
  public Identifier {
    if (value < 1 || value > MAX_VALUE) {
      throw new IllegalArgumentException("identifier " + value + " is outside 1.." + MAX_VALUE);
    }
  }

  @Override
  public int compareTo(Identifier other) {
    return Integer.compare(value, other.value);
  }
}
