package org.softpause.frost.dkg;

import java.util.Arrays;
import org.softpause.frost.FrostException.MalformedEncoding;

/** What a member publishes in round one: the commitment to its polynomial, and the proof. */
public record RoundOnePackage(PolynomialCommitment commitment, ProofOfPossession proof) {
  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless t times 33 bytes and 65 more, each canonical
   */
  public static RoundOnePackage decode(byte[] bytes) {
    int split = bytes.length - ProofOfPossession.LENGTH;
    if (split < 0) {
      throw new MalformedEncoding("a round-one package is a commitment and a proof");
    }
    return new RoundOnePackage(
        PolynomialCommitment.decode(Arrays.copyOf(bytes, split)),
        ProofOfPossession.decode(Arrays.copyOfRange(bytes, split, bytes.length)));
  }

  /** The commitment, t times 33 bytes, then the proof, 65. */
  public byte[] encode() {
    byte[] commitmentBytes = commitment.encode();
    byte[] bytes =
        Arrays.copyOf(commitmentBytes, commitmentBytes.length + ProofOfPossession.LENGTH);
    System.arraycopy(proof.encode(), 0, bytes, commitmentBytes.length, ProofOfPossession.LENGTH);
    return bytes;
  }
}
