package org.softpause.frost.dkg;

import java.util.Arrays;
import org.softpause.frost.Ciphersuite;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;

/**
 * A Schnorr proof (R, mu) that a member knows the constant coefficient a_0 behind its commitment.
 * Without this proof, the last member to publish could choose a commitment that cancels the others
 * and own the group key alone.
 *
 * <p>The challenge is HDKG(identifier || phi_0 || R || ceremony id). With the identifier nobody can
 * pass another's proof off as its own; with the ceremony id, which hashes members, keys, t, n and
 * fresh randomness, a proof seen in one ceremony proves nothing in another, where its sender need
 * not know a_0 at all.
 */
public record ProofOfPossession(Element commitment, Scalar response) {
  /** R, 33 bytes, then mu, 32. */
  public static final int LENGTH = Element.LENGTH + Scalar.LENGTH;

  /**
   * @throws MalformedEncoding if R is the identity or mu is zero
   */
  public ProofOfPossession {
    if (commitment.isIdentity() || response.isZero()) {
      throw new MalformedEncoding("neither R nor mu of a proof may be zero");
    }
    commitment = commitment.normalize();
  }

  static ProofOfPossession prove(
      CeremonyId ceremony, Identifier prover, Seed seed, Scalar secret, Element phi0) {
    return prove("proof", ceremony, prover, seed, secret, phi0);
  }

  /**
   * The nonce derives from the seed under the prover's identifier and a label for each kind of
   * ceremony, so that the same seed, ceremony and identifier always give the same proof, and no two
   * challenges ever meet one nonce.
   */
  public static ProofOfPossession prove(
      String label,
      CeremonyId ceremony,
      Identifier prover,
      Seed seed,
      Scalar secret,
      Element phi0) {
    Scalar nonce = seed.deriveScalar(label, prover.value(), ceremony);
    Element commitment = Element.baseTimesSecret(nonce);
    Scalar challenge = challenge(ceremony, prover, phi0, commitment);
    return new ProofOfPossession(commitment, nonce.plus(secret.times(challenge)));
  }

  private static Scalar challenge(
      CeremonyId ceremony, Identifier prover, Element phi0, Element commitment) {
    return Ciphersuite.hdkg(
        Scalar.of(prover).encode(), phi0.encode(), commitment.encode(), ceremony.encode());
  }

  /** Whether R = mu·G - c·phi_0. */
  public boolean proves(CeremonyId ceremony, Identifier prover, Element phi0) {
    Scalar challenge = challenge(ceremony, prover, phi0, commitment);
    return Element.baseTimesPlus(response, challenge.negate(), phi0).equals(commitment);
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless 65 bytes, R canonical and on the curve, 0 &lt; mu &lt; n
   */
  public static ProofOfPossession decode(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncoding("a proof has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new ProofOfPossession(
        Element.decode(Arrays.copyOf(bytes, Element.LENGTH)),
        Scalar.decodeNonZero(Arrays.copyOfRange(bytes, Element.LENGTH, LENGTH)));
  }

  /** Encodes in 65 bytes. */
  public byte[] encode() {
    byte[] bytes = Arrays.copyOf(commitment.encode(), LENGTH);
    System.arraycopy(response.encode(), 0, bytes, Element.LENGTH, Scalar.LENGTH);
    return bytes;
  }
}
