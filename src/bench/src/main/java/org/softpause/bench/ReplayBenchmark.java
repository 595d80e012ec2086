package org.softpause.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureBatch;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.VerifyingKey;

/** Measures the verification of a log of 1,000 decisions by one committee. */
@State(Scope.Benchmark)
public class ReplayBenchmark {
  private static final int ENTRIES = 1_000;

  private final VerifyingKey key;
  private final List<byte[]> ids = new ArrayList<>();
  private final List<Signature> signatures = new ArrayList<>();

  /** Uses a 2-of-3 committee, since verifying costs the same for any committee. */
  public ReplayBenchmark() {
    List<KeyPackage> signers = new BenchmarkCommittee("2-of-3").signers();
    key = signers.getFirst().verifyingKey();
    for (int i = 0; i < ENTRIES; i++) {
      byte[] id = ByteBuffer.allocate(32).putInt(i).array();
      Map<Identifier, SigningNonces> nonces = BenchmarkCommittee.commit(signers);
      SigningPackage asked = BenchmarkCommittee.signingPackage(nonces, id);
      ids.add(id);
      signatures.add(
          Aggregation.aggregate(
              asked,
              BenchmarkCommittee.sign(signers, nonces, asked),
              signers.getFirst().publicKeys()));
    }
  }

  /** The figure: all signatures in one batch. */
  @Benchmark
  public void batch() {
    SignatureBatch batch = new SignatureBatch(key);
    for (int i = 0; i < ENTRIES; i++) {
      batch.add(ids.get(i), signatures.get(i));
    }
    batch.verify(BenchmarkCommittee.RANDOM);
  }

  /** The reference: each signature alone. */
  @Benchmark
  public void oneByOne() {
    for (int i = 0; i < ENTRIES; i++) {
      key.verify(ids.get(i), signatures.get(i));
    }
  }
}
