package org.softpause.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.softpause.frost.Aggregation;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;

/** Measures how long it takes to name 33 invalid shares of 67. */
@State(Scope.Benchmark)
public class BlameBenchmark {
  private static final int BAD = 33;

  private final SigningPackage asked;
  private final Map<Identifier, SignatureShare> shares;
  private final PublicKeyPackage publicKeys;
  private final BareGroupOperations bare;

  /** Prepares 67 shares, of which the first 33 are zero. */
  public BlameBenchmark() {
    List<KeyPackage> signers = new BenchmarkCommittee("67-of-100").signers();
    Map<Identifier, SigningNonces> nonces = BenchmarkCommittee.commit(signers);
    asked = BenchmarkCommittee.signingPackage(nonces, new byte[32]);
    shares = new TreeMap<>(BenchmarkCommittee.sign(signers, nonces, asked));
    signers.subList(0, BAD).stream()
        .map(KeyPackage::identifier)
        .forEach(member -> shares.put(member, SignatureShare.decode(new byte[32])));
    publicKeys = signers.getFirst().publicKeys();
    bare = new BareGroupOperations(signers.size(), BenchmarkCommittee.RANDOM);
  }

  /** The figure: names the culprits and returns their number. */
  @Benchmark
  public int nameThem() {
    try {
      Aggregation.aggregate(asked, shares, publicKeys);
      throw new IllegalStateException("bad shares went through");
    } catch (InvalidSignatureShares named) {
      return named.culprits().size();
    }
  }

  /** The reference: R, one failing verification, and a sum of three products for each share. */
  @Benchmark
  public void bareNaming(Blackhole result) {
    result.consume(bare.sumOfAll());
    result.consume(bare.sumsOfTwo(1));
    result.consume(bare.sumsOfThree(shares.size()));
  }
}
