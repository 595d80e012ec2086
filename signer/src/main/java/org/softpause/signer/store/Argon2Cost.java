package org.softpause.signer.store;

/**
 * The parameters of Argon2id, which set what one guess at the passphrase costs (RFC 9106, section
 * 3.1). The bounds keep a damaged or malicious header from asking for more memory than the machine
 * has.
 */
public record Argon2Cost(int memoryKib, int iterations, int lanes) {
  /** OWASP's first recommendation for Argon2id: 46 MiB, one pass, one lane. */
  public static final Argon2Cost STANDARD = new Argon2Cost(47_104, 1, 1);

  public Argon2Cost {
    require(memoryKib, 8, 1_048_576, "memory");
    require(iterations, 1, 16, "iterations");
    require(lanes, 1, 8, "lanes");
    if (memoryKib < 8 * lanes) {
      throw new StoreException(StoreProblem.FORMAT, "Argon2 needs 8 KiB for each lane");
    }
  }

  private static void require(int value, int least, int most, String what) {
    if (value < least || value > most) {
      throw new StoreException(
          StoreProblem.FORMAT, "Argon2 " + what + " is outside " + least + ".." + most);
    }
  }
}
