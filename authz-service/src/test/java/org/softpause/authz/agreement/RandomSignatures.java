package org.softpause.authz.agreement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.frost.FrostException;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.fixture.TestCommittee;

/** Random signatures of a certificate, most of them valid, in the encodings of both sides. */
final class RandomSignatures {
  private static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
  private static final BigInteger PRIME =
      new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16);

  private final List<BigInteger[]> coordinates;

  private RandomSignatures(List<BigInteger[]> coordinates) {
    this.coordinates = coordinates;
  }

  static RandomSignatures of(List<TestCommittee> committees, Bytes32 id, Random random) {
    List<BigInteger[]> list = new ArrayList<>();
    for (TestCommittee committee : committees) {
      list.add(coordinates(committee.sign(id)));
    }
    if (random.nextInt(3) == 0 && !list.isEmpty()) {
      spoil(list, committees, id, random);
    }
    return new RandomSignatures(list);
  }

  private static BigInteger[] coordinates(Signature signature) {
    return new BigInteger[] {signature.rx(), signature.ry(), signature.z()};
  }

  private static void spoil(
      List<BigInteger[]> list, List<TestCommittee> committees, Bytes32 id, Random random) {
    int at = random.nextInt(list.size());
    BigInteger[] victim = list.get(at);
    switch (random.nextInt(9)) {
      case 0 -> list.remove(at);
      case 1 -> list.add(victim);
      case 2 -> list.set(at, coordinates(TestCommittee.civil("mallory").sign(id)));
      case 3 ->
          list.set(
              at,
              coordinates(
                  committees
                      .get(Math.min(at, committees.size() - 1))
                      .sign(Sha256.hash(id.bytes()))));
      case 4 -> victim[2] = BigInteger.ZERO;
      case 5 -> victim[2] = ORDER;
      case 6 -> victim[2] = victim[2].xor(BigInteger.TWO);
      case 7 -> victim[1] = PRIME.subtract(victim[1]);
      default -> victim[0] = victim[0].xor(BigInteger.ONE);
    }
  }

  List<PauseRegistry.Signature> toAbi() {
    return coordinates.stream().map(c -> new PauseRegistry.Signature(c[0], c[1], c[2])).toList();
  }

  /**
   * As the product has them.
   *
   * @throws RuleViolation if one has no 65 bytes
   */
  List<Signature> decoded() {
    return coordinates.stream().map(RandomSignatures::decode).toList();
  }

  private static Signature decode(BigInteger[] c) {
    byte[] bytes = new byte[Signature.LENGTH];
    bytes[0] = (byte) (c[1].testBit(0) ? 3 : 2);
    put(bytes, 1, c[0]);
    put(bytes, 33, c[2]);
    try {
      Signature signature = Signature.decode(bytes);
      if (signature.ry().equals(c[1])) {
        return signature;
      }
    } catch (FrostException.MalformedEncoding e) {
      throw new RuleViolation(Rule.SIGNATURE_MALFORMED, "not 65 canonical bytes", e);
    }
    throw new RuleViolation(Rule.SIGNATURE_MALFORMED, "(rx, ry) is no point");
  }

  private static void put(byte[] target, int offset, BigInteger value) {
    byte[] minimal = value.toByteArray();
    for (int i = 0; i < Math.min(minimal.length, 32); i++) {
      target[offset + 31 - i] = minimal[minimal.length - 1 - i];
    }
  }
}
