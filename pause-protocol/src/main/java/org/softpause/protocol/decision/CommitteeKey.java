package org.softpause.protocol.decision;

import java.math.BigInteger;
import org.softpause.frost.FrostException;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A committee as the registry knows it: its group key, whether it is civil, and its roster's
 * SHA-256.
 */
public record CommitteeKey(VerifyingKey key, boolean civil, Bytes32 roster) {
  static final String ENCODED = "Committee(uint256 x,uint256 y,bool civil,bytes32 roster)";
  private static final Bytes32 TYPE = StructHash.type(ENCODED);

  /**
   * Takes a key by its affine coordinates.
   *
   * @throws RuleViolation {@link Rule#COMMITTEE_KEY_INVALID} unless a point of secp256k1 with x
   *     within 1..n−1
   */
  public static CommitteeKey of(Bytes32 x, Bytes32 y, boolean civil, Bytes32 roster) {
    byte[] compressed = new byte[1 + Bytes32.LENGTH];
    compressed[0] = (byte) (2 | (y.bytes()[Bytes32.LENGTH - 1] & 1));
    System.arraycopy(x.bytes(), 0, compressed, 1, Bytes32.LENGTH);
    CommitteeKey committee = new CommitteeKey(decode(compressed), civil, roster);
    if (!committee.y().equals(y)) {
      throw new RuleViolation(Rule.COMMITTEE_KEY_INVALID, "(x, y) is no point of secp256k1");
    }
    return committee;
  }

  private static VerifyingKey decode(byte[] compressed) {
    try {
      return VerifyingKey.decode(compressed);
    } catch (FrostException.MalformedEncoding malformed) {
      throw new RuleViolation(
          Rule.COMMITTEE_KEY_INVALID,
          "a key is a point of secp256k1, its x within 1..n-1",
          malformed);
    }
  }

  public Bytes32 x() {
    return word(key.x());
  }

  public Bytes32 y() {
    return word(key.y());
  }

  private static Bytes32 word(BigInteger coordinate) {
    byte[] minimal = coordinate.toByteArray();
    int length = Math.min(minimal.length, Bytes32.LENGTH);
    byte[] word = new byte[Bytes32.LENGTH];
    System.arraycopy(minimal, minimal.length - length, word, Bytes32.LENGTH - length, length);
    return Bytes32.of(word);
  }

  /** Codec for {@link ObjectReader#objects}. */
  public static CommitteeKey read(ObjectReader in) {
    return of(in.bytes32("x"), in.bytes32("y"), in.flag("civil"), in.bytes32("roster"));
  }

  /** EIP-712 hashStruct. */
  Bytes32 structHash() {
    return new StructHash(TYPE).bytes32(x()).bytes32(y()).bool(civil).bytes32(roster).hash();
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .bytes32("x", x())
        .bytes32("y", y())
        .flag("civil", civil)
        .bytes32("roster", roster)
        .toJson();
  }
}
