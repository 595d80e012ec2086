package org.softpause.protocol.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Arithmetic on P-256 (FIPS 186-5) for signature keys and encryption keys. */
final class P256 {
  static final int SCALAR_LENGTH = 32;

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");

  private P256() {}

  /**
   * The point with these coordinates.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_KEY} unless it is on the curve
   */
  static ECPublicKey publicKey(byte[] x, byte[] y) {
    try {
      ECPoint point =
          CURVE.getCurve().validatePoint(new BigInteger(1, x), new BigInteger(1, y)).normalize();
      return jwk(point).build().toECPublicKey();
    } catch (IllegalArgumentException e) {
      throw new RuleViolation(Rule.MALFORMED_KEY, "not a point of P-256", e);
    } catch (JOSEException e) {
      throw new IllegalStateException("the platform has no P-256", e);
    }
  }

  /**
   * @throws RuleViolation {@link Rule#MALFORMED_KEY} unless 0 < d < n
   */
  static BigInteger scalar(byte[] secret) {
    BigInteger d = new BigInteger(1, secret);
    if (secret.length != SCALAR_LENGTH || d.signum() == 0 || d.compareTo(CURVE.getN()) >= 0) {
      throw new RuleViolation(Rule.MALFORMED_KEY, "not a private key of P-256");
    }
    return d;
  }

  /**
   * @throws RuleViolation {@link Rule#MALFORMED_KEY} for a multiple of n
   */
  static BigInteger reduce(byte[] uniform) {
    BigInteger d = new BigInteger(1, uniform).mod(CURVE.getN());
    if (d.signum() == 0) {
      throw new RuleViolation(Rule.MALFORMED_KEY, "these bytes give the key zero");
    }
    return d;
  }

  /** Draws a scalar uniformly from 1..n−1, by rejection. */
  static BigInteger randomScalar(SecureRandom random) {
    return BigIntegers.createRandomInRange(
        BigInteger.ONE, CURVE.getN().subtract(BigInteger.ONE), random);
  }

  static ECPrivateKey privateKey(BigInteger d) {
    try {
      return jwk(point(d)).d(encode(d)).build().toECPrivateKey();
    } catch (JOSEException e) {
      throw new IllegalStateException("the platform has no P-256", e);
    }
  }

  static ECPublicKey publicKeyOf(BigInteger d) {
    try {
      return jwk(point(d)).build().toECPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException("the platform has no P-256", e);
    }
  }

  static byte[] bytes(BigInteger value) {
    return BigIntegers.asUnsignedByteArray(SCALAR_LENGTH, value);
  }

  private static ECPoint point(BigInteger d) {
    return ECAlgorithms.multiplySecret(CURVE.getG(), d).normalize();
  }

  private static ECKey.Builder jwk(ECPoint point) {
    return new ECKey.Builder(
        Curve.P_256,
        encode(point.getAffineXCoord().toBigInteger()),
        encode(point.getAffineYCoord().toBigInteger()));
  }

  private static Base64URL encode(BigInteger value) {
    return Base64URL.encode(bytes(value));
  }
}
