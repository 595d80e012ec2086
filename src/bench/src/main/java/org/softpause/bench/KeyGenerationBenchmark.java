package org.softpause.bench;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;

/** Measures one participant's work in a 67-of-100 key generation, without sealing shares. */
@State(Scope.Benchmark)
public class KeyGenerationBenchmark {
  private static final Identifier SELF = new Identifier(1);

  private final BenchmarkCommittee committee = new BenchmarkCommittee("67-of-100");
  private final int t = committee.ceremony.minSigners();
  private final int n = committee.ceremony.maxSigners();
  private final Map<Identifier, RoundOnePackage> published = new TreeMap<>(committee.roundOne);
  private final Map<Identifier, SecretShare> received = committee.received(SELF);
  private final GroupSteps evaluation = GroupSteps.ofEvaluation(t, n);
  private final BareGroupOperations bare = new BareGroupOperations(t, BenchmarkCommittee.RANDOM);

  /** The figure: both rounds and the final step. */
  @Benchmark
  public KeyPackage allSteps() {
    Participant self = Participant.of(committee.ceremony, SELF, committee.seed(SELF));
    RoundOneSet everyone = RoundOneSet.verify(committee.ceremony, published);
    self.roundTwo(everyone);
    return self.finish(everyone, received);
  }

  /**
   * The reference: t coefficients, the proof's nonce and the received share, each times G; n - 1
   * proofs; t columns of n commitments; and the steps for n verifying shares.
   */
  @Benchmark
  public void bareSteps(Blackhole result) {
    result.consume(bare.secretMultiplications(t + 2));
    result.consume(bare.sumsOfTwo(n - 1));
    result.consume(bare.steps(evaluation.doublings(), (long) t * (n - 1) + evaluation.additions()));
  }
}
