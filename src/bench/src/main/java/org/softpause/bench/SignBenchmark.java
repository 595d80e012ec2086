package org.softpause.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.math.ec.ECPoint;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;

/** Measures the work of one signer and of the aggregator in a signing. */
@State(Scope.Benchmark)
public class SignBenchmark {
  private static final byte[] ID = new byte[32];

  @Param({"3-of-5", "10-of-15", "67-of-100"})
  public String size = "3-of-5";

  private KeyPackage key;
  private SigningPackage asked;
  private byte[] nonces;
  private Map<Identifier, SignatureShare> shares;
  private BareGroupOperations bare;

  /** Makes the keys of a committee and the parts of one signing. */
  @Setup
  public void sign() {
    List<KeyPackage> signers = new BenchmarkCommittee(size).signers();
    Map<Identifier, SigningNonces> drawn = BenchmarkCommittee.commit(signers);
    key = signers.getFirst();
    nonces = Optional.ofNullable(drawn.get(key.identifier())).orElseThrow().exposeSecretBytes();
    asked = BenchmarkCommittee.signingPackage(drawn, ID);
    shares = BenchmarkCommittee.sign(signers, drawn, asked);
    bare = new BareGroupOperations(signers.size(), BenchmarkCommittee.RANDOM);
  }

  /** The figure: both rounds of one signer, with the signing package made between them. */
  @Benchmark
  public SignatureShare bothRounds() {
    SigningNonces fresh = RoundOne.commit(key.signingShare(), BenchmarkCommittee.RANDOM);
    Map<Identifier, SigningCommitments> commitments = new TreeMap<>(asked.commitments());
    commitments.put(key.identifier(), fresh.commitments());
    return RoundTwo.sign(key, fresh, SigningPackage.of(commitments, ID));
  }

  /** The figure: round two with nonces read back from the store. */
  @Benchmark
  public SignatureShare roundTwo() {
    return RoundTwo.sign(key, SigningNonces.fromSecretBytes(nonces), asked);
  }

  /** The reference of both: two nonces times G, and the sum of t products for R. */
  @Benchmark
  public void bareSigning(Blackhole result) {
    result.consume(bare.secretMultiplications(2));
    result.consume(bare.sumOfAll());
  }

  /** The figure: aggregation, including the verification of the signature. */
  @Benchmark
  public Signature aggregate() {
    return Aggregation.aggregate(asked, shares, key.publicKeys());
  }

  /** The reference: the sum of t products for R, and z·G + c·P. */
  @Benchmark
  public ECPoint bareAggregation() {
    return bare.sumOfAll().add(bare.sumsOfTwo(1));
  }
}
