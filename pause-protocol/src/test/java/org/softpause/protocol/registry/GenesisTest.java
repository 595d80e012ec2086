package org.softpause.protocol.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.CanonicalJson;

class GenesisTest {
  private static final CommitteeKey CIVIL = TestCommittee.civil("alice's body").key();

  private static Genesis founded(List<CommitteeKey> standing, List<CommitteeKey> emergency) {
    return new Genesis(
        TestRegistry.DOMAIN,
        TestRegistry.DEPLOYED_AT,
        TestRegistry.PARAMETERS,
        standing,
        emergency);
  }

  private static List<CommitteeKey> bodies(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> TestCommittee.civil("body " + i).key())
        .sorted((a, b) -> a.x().compareTo(b.x()))
        .toList();
  }

  /**
   * Compares head_0 with the value that the contract's constructor wrote into storage slot 0 on a
   * real node.
   */
  @Test
  void theFirstHeadIsTheContracts() {
    assertThat(TestRegistry.genesis().head0())
        .hasToString("0xe796617ba2eb13f58144c440651d117ee6e825b33d04d16d50fd41c76b8fd8d1");
  }

  @Test
  void standingHasOneToFiveCommitteesAndEmergencyUpToFive() {
    assertThat(founded(bodies(5), bodies(5)).standing()).hasSize(5);
    assertThat(founded(bodies(1), List.of()).emergency()).isEmpty();
    assertRefused(Rule.COMMITTEE_COUNT_OUT_OF_RANGE, () -> founded(List.of(), List.of()));
    assertRefused(Rule.COMMITTEE_COUNT_OUT_OF_RANGE, () -> founded(bodies(6), List.of()));
    assertRefused(Rule.COMMITTEE_COUNT_OUT_OF_RANGE, () -> founded(bodies(1), bodies(6)));
  }

  @Test
  void noBodyCountsTwice() {
    assertRefused(Rule.COMMITTEES_NOT_ASCENDING, () -> founded(List.of(CIVIL, CIVIL), List.of()));
    assertRefused(Rule.COMMITTEES_NOT_ASCENDING, () -> founded(bodies(3).reversed(), List.of()));
  }

  @Test
  void oneBodyOfStandingIsCivil() {
    CommitteeKey military = TestCommittee.military("bob's body").key();
    assertRefused(Rule.NO_CIVIL_COMMITTEE, () -> founded(List.of(military), List.of(CIVIL)));
  }

  @Test
  void onlyAChainForTestsMayHaveNoLead() {
    RegistryParameters none = parameters(1, 0, 5, 10_000, 600, 0);
    assertThat(onChain(31_337, none).parameters().leadSeconds()).isZero();
    assertRefused(Rule.LEAD_TOO_SHORT, () -> onChain(1, none));
    assertRefused(Rule.LEAD_TOO_SHORT, () -> onChain(11_155_111, none));
    RegistryParameters least = parameters(1, 1, 5, 10_000, 600, 0);
    assertThat(onChain(1, least).parameters().leadSeconds()).isEqualTo(1);
  }

  private static Genesis onChain(long chainId, RegistryParameters parameters) {
    Eip712Domain domain = new Eip712Domain(chainId, TestRegistry.DOMAIN.registry());
    return new Genesis(domain, TestRegistry.DEPLOYED_AT, parameters, bodies(1), List.of());
  }

  @Test
  void parametersHaveTheirBounds() {
    assertRefused(Rule.EXEMPTION_TOO_LOW, () -> parameters(0, 5, 5, 10_000, 600, 0));
    assertRefused(Rule.OUT_OF_RANGE, () -> parameters(1, 86_401, 5, 10_000, 600, 0));
    assertRefused(Rule.OUT_OF_RANGE, () -> parameters(1, 5, 0, 10_000, 600, 0));
    assertRefused(Rule.OUT_OF_RANGE, () -> parameters(1, 5, 86_401, 10_000, 600, 0));
    assertRefused(Rule.LAPSE_CEILING_OUT_OF_RANGE, () -> parameters(1, 5, 5, 10_001, 600, 0));
    assertRefused(Rule.OUT_OF_RANGE, () -> parameters(1, 5, 5, 10_000, 0, 0));
    assertRefused(Rule.OUT_OF_RANGE, () -> parameters(1, 5, 5, 10_000, 600, 86_401));
    assertThat(parameters(1, 86_400, 86_400, 10_000, 86_400, 86_400).leadSeconds())
        .isEqualTo(86_400);
  }

  @Test
  void aLicenceLeavesOnePerCentAndHalfAnHourAndCanBeRenewed() {
    assertRefused(Rule.LAPSE_CEILING_OUT_OF_RANGE, () -> licensed(1_800, 1, 99));
    assertThat(licensed(1_800, 1, 100).hasLicence()).isTrue();
    assertThat(licensed(1_800, 1, 9_999).hasLicence()).isTrue();
    assertThat(licensed(1_799, 0, 10_000).hasLicence()).isFalse();
    assertRefused(Rule.LICENCE_LEAD_TOO_SHORT, () -> licensed(1_799, 1, 9_999));
    assertRefused(Rule.LICENCE_TOO_SHORT, () -> licensed(1_800, 0, 9_999));
  }

  private static RegistryParameters licensed(long lead, long licence, int lapse) {
    return new RegistryParameters(Pflops.of(1), lead, 5, licence, lapse, 600, 0);
  }

  private static RegistryParameters parameters(
      long exempt, long lead, long minRamp, int lapse, long lapseRamp, long lapseStagger) {
    return new RegistryParameters(
        Pflops.of(exempt), lead, minRamp, 0, lapse, lapseRamp, lapseStagger);
  }

  @Test
  void aKeyIsAPointOfTheCurve() {
    assertThat(CommitteeKey.of(CIVIL.x(), CIVIL.y(), true, CIVIL.roster())).isEqualTo(CIVIL);
    assertRefused(
        Rule.COMMITTEE_KEY_INVALID,
        () -> CommitteeKey.of(CIVIL.x(), CIVIL.x(), true, CIVIL.roster()));
    assertRefused(
        Rule.COMMITTEE_KEY_INVALID,
        () -> CommitteeKey.of(Bytes32.ZERO, Bytes32.ZERO, true, CIVIL.roster()));
  }

  @Test
  void aDeploymentIsReadBackAndAgreesWithItself() {
    String json = new String(CanonicalJson.encode(TestRegistry.deployment().toJson()), UTF_8);
    assertThat(Deployment.parse(json.getBytes(UTF_8))).isEqualTo(TestRegistry.deployment());
    assertRefused(
        Rule.DEPLOYMENT_HEAD_MISMATCH, () -> parse(json.replace("1800000000", "1800000001")));
    assertRefused(
        Rule.DEPLOYMENT_HEAD_MISMATCH,
        () -> parse(json.replace("\"leadSeconds\":5", "\"leadSeconds\":6")));
    assertRefused(
        Rule.DEPLOYMENT_ROSTER_MISMATCH, () -> parse(json.replace("alice's body", "alice")));
  }

  @Test
  void aDeploymentWithoutProofThatItsKeysWorkIsRefused() {
    Deployment good = TestRegistry.deployment();
    List<PossessionProof> swapped =
        good.possessions().stream()
            .map(
                proof ->
                    new PossessionProof(
                        proof.roster(),
                        proof.transcript(),
                        good.possessions().getFirst().signature()))
            .toList();
    assertRefused(Rule.DEPLOYMENT_POSSESSION_INVALID, () -> withPossessions(good, swapped));
    assertRefused(Rule.DEPLOYMENT_POSSESSION_INVALID, () -> withPossessions(good, List.of()));
  }

  private static Deployment withPossessions(Deployment good, List<PossessionProof> possessions) {
    return new Deployment(
        good.genesis(), good.deploymentBlock(), good.codeHash(), good.rosters(), possessions);
  }

  private static Deployment parse(String json) {
    return Deployment.parse(json.getBytes(UTF_8));
  }
}
