package org.softpause.agent.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.fetch.EndpointUnreachable;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.hardware.SiteHardware;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.site.SiteRecord;

class EnrolmentTest {
  @TempDir Path folder;
  private World world;

  @BeforeEach
  void begin() {
    world = World.live(folder, 3);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private AgentState enrol() throws Exception {
    return TestAgent.enrol(world, world.config(SiteRecords.TRAINING));
  }

  private void refused(Rule rule) {
    refused(rule, this::enrol);
  }

  private static void refused(Rule rule, ThrowingCallable enrolment) {
    assertThatThrownBy(enrolment)
        .isInstanceOfSatisfying(
            RuleViolation.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }

  @Test
  void itReplaysTheLogPageByPageAndEndsWithAProof() throws Exception {
    for (int slot = 0; slot < 6; slot++) {
      long now = world.clock().seconds();
      world.registry().anchor(world.registry().pause(slot, now, now + 600, now), now);
      world.pass(1);
    }
    world.service().carryOnlyAfter(7);
    AgentState state = enrol();
    assertThat(state.log().length()).isEqualTo(7);
    assertThat(state.log().head()).isEqualTo(world.registry().log().head());
    assertThat(state.times().provenAt()).isEqualTo(world.clock().seconds());
    assertThat(state.enforced()).isEqualTo(EnforcedLevel.FULL);
    assertThat(state.enrolment().siteId()).isEqualTo(SiteRecords.TRAINING.siteId());
  }

  @Test
  void nobodyEnrolsBeforeADrillHasMadeTheRegistryLive() {
    world.close();
    world = World.fresh(folder, 1);
    refused(Rule.REGISTRY_NOT_LIVE);
  }

  @Test
  void aChangedByteOfCodeIsRefused() {
    world.node(1).lieAboutCode(World::flipped);
    refused(Rule.DEPLOYMENT_CODE_MISMATCH);
  }

  @Test
  void anotherChainIsRefused() {
    world.node(2).beOnChain(1);
    refused(Rule.WRONG_CHAIN);
  }

  @Test
  void aDeploymentFileWithOtherParametersIsRefused() {
    AgentConfig config = world.config(SiteRecords.TRAINING);
    world.editFile("deployment.json", "\"leadSeconds\":5", "\"leadSeconds\":6");
    refused(Rule.DEPLOYMENT_HEAD_MISMATCH, () -> TestAgent.enrol(world, config));
  }

  @Test
  void aSiteRecordOfAnotherJurisdictionIsRefused() {
    AgentConfig config = world.config(SiteRecords.TRAINING);
    world.file(
        "jurisdiction.jwk", SoftwareIdentity.generate(world.random()).publicIdentity().toJson());
    refused(Rule.JWS_WRONG_KEY, () -> TestAgent.enrol(world, config));
  }

  @Test
  void aTokenOfAnotherServiceIsRefused() {
    AgentConfig config = world.config(SiteRecords.TRAINING);
    world.file("service.jwk", SoftwareIdentity.generate(world.random()).publicIdentity().toJson());
    refused(Rule.TOKEN_WRONG_KEY, () -> TestAgent.enrol(world, config));
  }

  @Test
  void withoutAProofThereIsNoEnrolment() {
    long before = world.clock().seconds();
    world.anchorPause();
    world.pass(1);
    world.node(0).finalise(before - 1);
    world.node(1).finalise(before - 1);
    refused(Rule.HEAD_NOT_PROVEN);
  }

  @Test
  void sourcesOrServiceThatDoNotAnswerAreToldApartFromRefusals() {
    world.node(0).fallSilent(true);
    world.node(1).fallSilent(true);
    assertThatThrownBy(this::enrol)
        .isInstanceOf(EndpointUnreachable.class)
        .hasMessageContaining("too few block sources");
    world.node(1).fallSilent(false);
    world.service().goAway(true);
    assertThatThrownBy(this::enrol)
        .isInstanceOf(EndpointUnreachable.class)
        .hasMessageContaining("503");
  }

  @Test
  void aPeakThatIsNotTheSumOfItsHardwareIsRefused() {
    SiteRecord hidden =
        SiteRecords.training("Hidden", 99, SiteRecords.hardware(100), SiteRecords.power(99));
    refused(Rule.PEAK_NOT_BY_HARDWARE, () -> TestAgent.enrol(world, world.config(hidden)));
  }

  @Test
  void aRecordByAnotherHardwareTableEnrolsAndTheOperatorIsWarned() throws Exception {
    SiteHardware other = new SiteHardware(SiteRecords.hardware(100).counts(), Bytes32.ZERO);
    SiteRecord site = SiteRecords.training("Other", 99, other, SiteRecords.power(99));
    assertThat(TestAgent.enrol(world, world.config(site)).enrolment().hardwareWarning())
        .hasValueSatisfying(
            warning -> assertThat(warning).contains("not compared", Bytes32.ZERO.toString()));
    assertThat(enrol().enrolment().hardwareWarning()).isEmpty();
  }
}
