package org.softpause.bench;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.softpause.frost.Element;

/** BouncyCastle's group operations alone, the least that every algorithm here must compute. */
final class BareGroupOperations {
  static final X9ECParameters GROUP = CustomNamedCurves.getByName("secp256k1");
  private static final int SCALAR_BITS = 256;

  private final ECPoint[] points;
  private final BigInteger[] scalars;

  /** Draws this many random points and scalars. */
  BareGroupOperations(int size, SecureRandom random) {
    points = new ECPoint[size];
    scalars = new BigInteger[size];
    for (int i = 0; i < size; i++) {
      scalars[i] = new BigInteger(SCALAR_BITS, random).mod(GROUP.getN());
      points[i] = GROUP.getG().multiply(scalars[i]).normalize();
    }
  }

  static ECPoint point(Element element) {
    return GROUP.getCurve().decodePoint(element.encode());
  }

  /** Computes this many products of G and a secret, each in constant time. */
  ECPoint secretMultiplications(int count) {
    ECPoint sum = GROUP.getCurve().getInfinity();
    for (int i = 0; i < count; i++) {
      sum = ECAlgorithms.multiplySecret(GROUP.getG(), scalars[i % scalars.length]);
    }
    return sum;
  }

  /** Computes this many sums of two products in variable time; the first product is of G. */
  ECPoint sumsOfTwo(int count) {
    ECPoint sum = GROUP.getCurve().getInfinity();
    for (int i = 0; i < count; i++) {
      int at = i % scalars.length;
      sum = ECAlgorithms.sumOfTwoMultiplies(GROUP.getG(), scalars[at], points[at], scalars[at]);
    }
    return sum;
  }

  /** Computes this many sums of three products in variable time. */
  ECPoint sumsOfThree(int count) {
    ECPoint sum = GROUP.getCurve().getInfinity();
    for (int i = 0; i < count; i++) {
      int at = i % (scalars.length - 2);
      sum =
          ECAlgorithms.sumOfMultiplies(
              List.of(GROUP.getG(), points[at], points[at + 1]).toArray(ECPoint[]::new),
              List.of(scalars[at], scalars[at + 1], scalars[at + 2]).toArray(BigInteger[]::new));
    }
    return sum;
  }

  /** Computes one sum of all products in variable time. */
  ECPoint sumOfAll() {
    return ECAlgorithms.sumOfMultiplies(points, scalars);
  }

  /** Computes this many doublings and this many additions of an affine point. */
  ECPoint steps(long doublings, long additions) {
    ECPoint sum = points[0].twice();
    for (long i = 0; i < doublings; i++) {
      sum = sum.twice();
    }
    for (long i = 0; i < additions; i++) {
      sum = sum.add(points[(int) (i % points.length)]);
    }
    return sum;
  }
}
