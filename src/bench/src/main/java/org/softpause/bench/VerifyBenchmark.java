package org.softpause.bench;

import fr.acinq.secp256k1.Secp256k1;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Signature;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.VerifyingKey;

/** Measures the verification of one certificate's signature. */
@State(Scope.Benchmark)
public class VerifyBenchmark {
  private static final byte[] ID = new byte[32];

  private final VerifyingKey key;
  private final Signature signature;
  private final byte[] encoded;
  private final ECPoint keyPoint;
  private final BigInteger response;
  private final Secp256k1 native256k1 = Secp256k1.get();
  private final byte[] recoverable;
  private final byte[] recovered;

  /** Makes a signature by three members of five. */
  public VerifyBenchmark() {
    List<KeyPackage> signers = new BenchmarkCommittee("3-of-5").signers();
    Map<Identifier, SigningNonces> nonces = BenchmarkCommittee.commit(signers);
    SigningPackage asked = BenchmarkCommittee.signingPackage(nonces, ID);
    signature =
        Aggregation.aggregate(
            asked,
            BenchmarkCommittee.sign(signers, nonces, asked),
            signers.getFirst().publicKeys());
    key = signers.getFirst().verifyingKey();
    encoded = signature.encode();
    keyPoint = BareGroupOperations.point(key.element());
    response = signature.z();
    recoverable = word(key.x(), response);
    recovered = word(minus(response.multiply(key.x())));
  }

  /** Returns n - v for v modulo n. */
  private static BigInteger minus(BigInteger value) {
    return value.negate().mod(BareGroupOperations.GROUP.getN());
  }

  private static byte[] word(BigInteger... values) {
    byte[] bytes = new byte[32 * values.length];
    for (int i = 0; i < values.length; i++) {
      System.arraycopy(BigIntegers.asUnsignedByteArray(32, values[i]), 0, bytes, 32 * i, 32);
    }
    return bytes;
  }

  /** The figure: verification of a decoded signature. */
  @Benchmark
  public void verify() {
    key.verify(ID, signature);
  }

  /** The figure: decoding, which decompresses R, and verification. */
  @Benchmark
  public void decodeAndVerify() {
    key.verify(ID, Signature.decode(encoded));
  }

  /** The reference: z·G + c·P alone. */
  @Benchmark
  public ECPoint sumOfTwoMultiplies() {
    return ECAlgorithms.sumOfTwoMultiplies(
        BareGroupOperations.GROUP.getG(), response, keyPoint, response);
  }

  /**
   * The reference in C: libsecp256k1 recovers a public key, which is the same sum of two products.
   * The registry contract verifies in the same way.
   */
  @Benchmark
  public byte[] libsecp256k1() {
    return native256k1.ecdsaRecover(recoverable, recovered, 0);
  }
}
