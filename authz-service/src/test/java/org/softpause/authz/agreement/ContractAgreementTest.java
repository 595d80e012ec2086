package org.softpause.authz.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.fixture.Refusal;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.AnchorProof;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.BlockTag;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;

/** Seeded walks: at each step both sides judge the same attempt at the same time. */
class ContractAgreementTest {
  private static final int STEPS = 400;
  private static final long SEED = 20_261_123;

  private static AnvilNode node;

  @BeforeAll
  static void startNode() throws Exception {
    node = AnvilNode.start(TestRegistry.DEPLOYED_AT - 10);
  }

  @AfterAll
  static void stopNode() {
    node.close();
  }

  @Test
  void bothGiveTheSameIdsVerdictsAndHeads() throws RpcException {
    ChainRegistry registry = ChainRegistry.deploy(node, TestRegistry.genesis());
    assertThat(registry.address()).isEqualTo(TestRegistry.DOMAIN.registry());
    RegistryReader reader = new RegistryReader(node.rpc(), registry.address());
    checkDeployment(reader);
    walk(registry, reader);
  }

  private static void walk(ChainRegistry registry, RegistryReader reader) throws RpcException {
    RegistryState state = TestRegistry.state();
    RandomAttempts attempts = new RandomAttempts(SEED);
    Random random = new Random(SEED);
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    for (int step = 0; step < STEPS; step++) {
      String name = "seed " + SEED + " step " + step;
      long now = attempts.time(state);
      RawDecision attempt = attempts.next(state, now);
      RandomSignatures signatures = signatures(attempt, registry, random);
      Optional<RegistryState> after = Optional.empty();
      Optional<Rule> ours = Optional.empty();
      try {
        after = Optional.of(state.apply(entry(state, attempt, signatures, now)));
      } catch (RuleViolation refused) {
        ours = Optional.of(refused.rule());
      }
      Optional<Rule> theirs =
          registry.refusal(attempt, signatures.toAbi(), now).map(ChainRegistry::rule);
      assertThat(ours).as(name).isEqualTo(theirs);
      ours.ifPresent(broken::add);
      if (after.isPresent()) {
        state = after.get();
        registry.anchor(attempt, signatures.toAbi(), now);
        assertThat(headNow(reader)).as(name).isEqualTo(state.head());
      }
    }
    assertThat(state.sequence()).as("decisions anchored").isGreaterThan(50);
    assertThat(broken).as("rules broken on the way").hasSizeGreaterThan(20);
    checkProof(reader, state);
  }

  private static RandomSignatures signatures(
      RawDecision attempt, ChainRegistry registry, Random random) throws RpcException {
    Bytes32 id = registry.id(attempt);
    List<TestCommittee> committees =
        TestRegistry.committees(
            attempt.mandate == 1 ? MandateName.EMERGENCY : MandateName.STANDING);
    return RandomSignatures.of(committees, id, random);
  }

  private static LogEntry entry(
      RegistryState state, RawDecision attempt, RandomSignatures signatures, long now) {
    Decision decision = attempt.toDecision();
    // Everything else comes before the signatures, whose form our decoding sees first.
    state.checkDecision(decision, now);
    Certificate certificate = new Certificate(TestRegistry.DOMAIN, decision, signatures.decoded());
    return new LogEntry(state.sequence() + 1, now, certificate);
  }

  private static Bytes32 headNow(RegistryReader reader) throws RpcException {
    return reader.head(reader.block(BlockTag.LATEST));
  }

  private static void checkDeployment(RegistryReader reader) throws RpcException {
    BlockRef block = reader.block(BlockTag.LATEST);
    assertThat(reader.head(block)).isEqualTo(TestRegistry.genesis().head0());
    Bytes32 codeHash = Keccak256.hash(reader.code(block));
    reader.check(deployment(block.number(), codeHash));
    Refusal.assertRefused(
        Rule.DEPLOYMENT_NOT_ON_CHAIN, () -> reader.check(deployment(block.number() - 1, codeHash)));
    Refusal.assertRefused(
        Rule.DEPLOYMENT_CODE_MISMATCH,
        () -> reader.check(deployment(block.number(), Bytes32.ZERO)));
  }

  private static Deployment deployment(long block, Bytes32 codeHash) {
    Deployment like = TestRegistry.deployment();
    return new Deployment(like.genesis(), block, codeHash, like.rosters(), like.possessions());
  }

  private static void checkProof(RegistryReader reader, RegistryState state) throws RpcException {
    BlockRef block = reader.block(BlockTag.LATEST);
    AnchorProof proof = reader.proof(block);
    proof.check(block, TestRegistry.DOMAIN.registry(), state.head());
    Refusal.assertRefused(
        Rule.PROOF_HEAD_MISMATCH,
        () -> proof.check(block, TestRegistry.DOMAIN.registry(), Bytes32.ZERO));
  }
}
