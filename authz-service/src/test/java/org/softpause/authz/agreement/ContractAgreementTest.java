package org.softpause.authz.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
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
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;

/** Seeded walks: at each step both sides judge the same attempt at the same time. */
class ContractAgreementTest {
  /** Attempts in each walk; {@code -Pdeep} makes thousands. */
  private static final int STEPS = Integer.getInteger("softpause.agreement.steps", 300);

  private static final long SEED = Long.getLong("softpause.agreement.seed", 20_261_123);

  private AnvilNode node;

  @BeforeEach
  void startNode() throws Exception {
    node = AnvilNode.start(TestRegistry.DEPLOYED_AT - 10);
  }

  @AfterEach
  void stopNode() {
    node.close();
  }

  @Test
  void bothGiveTheSameIdsVerdictsAndHeads() throws RpcException {
    Set<Rule> broken = walk(TestRegistry.genesis());
    assertThat(broken).as("rules broken on the way").contains(Rule.LICENCE_OFF);
  }

  @Test
  void bothAgreeWhereThereIsALicence() throws RpcException {
    Set<Rule> broken = walk(TestRegistry.genesis(TestRegistry.LICENSED));
    assertThat(broken)
        .as("rules broken on the way")
        .contains(
            Rule.OPERATING_UNTIL_PASSED,
            Rule.OPERATING_UNTIL_NOT_RISING,
            Rule.OPERATING_UNTIL_TOO_LATE);
  }

  private Set<Rule> walk(Genesis genesis) throws RpcException {
    ChainRegistry registry = ChainRegistry.deploy(node, genesis);
    assertThat(registry.address()).isEqualTo(TestRegistry.DOMAIN.registry());
    RegistryReader reader = new RegistryReader(node.rpc(), registry.address());
    if (genesis.equals(TestRegistry.genesis())) {
      checkDeployment(reader);
    }
    return walk(registry, reader, genesis);
  }

  private static Set<Rule> walk(ChainRegistry registry, RegistryReader reader, Genesis genesis)
      throws RpcException {
    RegistryState state = RegistryState.genesis(genesis);
    RandomAttempts attempts = new RandomAttempts(SEED);
    Random random = new Random(SEED);
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    for (int step = 0; step < STEPS; step++) {
      String name = "seed " + SEED + " step " + step;
      long now = attempts.time(state);
      RawDecision attempt = attempts.next(state, now);
      RandomSignatures signatures = signatures(state, attempt, registry, random);
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
    assertThat(broken)
        .as("rules broken on the way")
        .hasSizeGreaterThan(20)
        .contains(
            Rule.WRONG_TARGET_EPOCH,
            Rule.MANDATE_NOT_STANDING,
            Rule.COMMITTEE_COUNT_OUT_OF_RANGE,
            Rule.COMMITTEES_NOT_ASCENDING,
            Rule.COMMITTEE_KEY_INVALID,
            Rule.EMERGENCY_DISARMED);
    checkProof(reader, state);
    return broken;
  }

  private static RandomSignatures signatures(
      RegistryState state, RawDecision attempt, ChainRegistry registry, Random random)
      throws RpcException {
    MandateName mandate = attempt.mandate == 1 ? MandateName.EMERGENCY : MandateName.STANDING;
    List<Bytes32> keys =
        new ArrayList<>(state.committees(mandate).stream().map(CommitteeKey::x).toList());
    if (attempt instanceof RawRotate rotate) {
      rotate.committees.stream()
          .map(RawRotate.Body::x)
          .filter(x -> !keys.contains(x))
          .forEach(keys::add);
    }
    List<TestCommittee> signers = keys.stream().map(CandidateCommittees::withKey).toList();
    return RandomSignatures.of(signers, registry.id(attempt), random);
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
