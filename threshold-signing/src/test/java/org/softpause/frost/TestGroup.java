package org.softpause.frost;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A group whose whole secret the test knows, as from RFC 9591 appendix C. Only tests may make one.
 */
public final class TestGroup {
  private final PublicKeyPackage publicKeys;
  private final Map<Identifier, KeyPackage> keys = new TreeMap<>();

  private TestGroup(PublicKeyPackage publicKeys) {
    this.publicKeys = publicKeys;
  }

  /** trusted_dealer_keygen: the polynomial's constant is the group's secret. */
  static TestGroup split(List<Scalar> polynomial, int n) {
    Map<Identifier, SigningShare> secrets = new TreeMap<>();
    for (int i = 1; i <= n; i++) {
      Identifier member = new Identifier(i);
      Scalar value = Scalar.ZERO;
      for (Scalar coefficient : polynomial.reversed()) {
        value = value.times(Scalar.of(member)).plus(coefficient);
      }
      secrets.put(member, SigningShare.fromSecretBytes(value.encode()));
    }
    Map<Identifier, VerifyingShare> shares =
        secrets.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().verifyingShare()));
    VerifyingKey key = new VerifyingKey(Element.baseTimesSecret(polynomial.getFirst()));
    TestGroup group = new TestGroup(PublicKeyPackage.of(polynomial.size(), key, shares));
    secrets.forEach(
        (member, secret) ->
            group.keys.put(member, new KeyPackage(member, secret, group.publicKeys)));
    return group;
  }

  public static TestGroup random(int t, int n, SecureRandom random) {
    List<Scalar> polynomial = new ArrayList<>();
    for (int i = 0; i < t; i++) {
      byte[] bytes = new byte[48];
      random.nextBytes(bytes);
      polynomial.add(Scalar.reduce(new BigInteger(1, bytes)));
    }
    return split(polynomial, n);
  }

  public PublicKeyPackage publicKeys() {
    return publicKeys;
  }

  public KeyPackage key(int member) {
    return key(new Identifier(member));
  }

  public KeyPackage key(Identifier member) {
    KeyPackage key = keys.get(member);
    if (key == null) {
      throw new IllegalArgumentException(member + " is not in the test's group");
    }
    return key;
  }

  /** Runs round one for these members, who then sign this message. */
  TestSigning begin(byte[] message, SecureRandom random, int... members) {
    return new TestSigning(this, message, random, members);
  }
}
