package org.softpause.protocol.registry;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Signature;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;

/** Tests every bound of the contract that needs its state, on both sides. */
class RegistryBoundsTest {
  private static final long DAY = 86_400;
  private static final long LEAD = 5;

  private final RegistryState empty = TestRegistry.state();

  private static PauseBuilder pause() {
    return new PauseBuilder();
  }

  private void assertAnchors(RegistryState state, Decision decision, long now) {
    assertThatCode(() -> state.check(TestRegistry.certify(decision), now))
        .doesNotThrowAnyException();
  }

  private void assertAnchors(PauseBuilder builder) {
    assertAnchors(empty, builder.build(), NOW);
  }

  private void refuse(Rule rule, RegistryState state, Decision decision, long now) {
    Certificate certificate = TestRegistry.certify(decision);
    assertRefused(rule, () -> state.check(certificate, now));
  }

  private void refuse(Rule rule, PauseBuilder builder) {
    refuse(rule, empty, builder.build(), NOW);
  }

  @Test
  void theEpochIsTheMandatesCurrentOne() {
    assertAnchors(pause().epoch(0));
    refuse(Rule.WRONG_EPOCH, pause().epoch(1));
  }

  @Test
  void nothingIsAnchoredBeforeItWasProposed() {
    assertAnchors(pause().proposedAt(NOW));
    refuse(Rule.PROPOSED_IN_FUTURE, pause().proposedAt(NOW + 1));
  }

  @Test
  void nothingIsAnchoredAfterItsTime() {
    assertAnchors(pause().anchorBy(NOW));
    refuse(Rule.ANCHOR_BY_PASSED, pause().anchorBy(NOW - 1));
  }

  @Test
  void aPauseReachesNoExemptSite() {
    assertAnchors(pause().minPeakPflops(Pflops.of(100)));
    assertAnchors(pause().minPeakPflops(new Pflops(-1)));
    refuse(Rule.SCOPE_REACHES_EXEMPT, pause().minPeakPflops(Pflops.of(99)));
    refuse(Rule.SCOPE_REACHES_EXEMPT, pause().minPeakPflops(Pflops.of(0)));
  }

  @Test
  void aPauseBeginsWithinThirtyDays() {
    long latest = NOW + 30 * DAY;
    assertAnchors(pause().effectiveAt(latest).expiresAt(latest + 100));
    refuse(Rule.EFFECTIVE_TOO_LATE, pause().effectiveAt(latest + 1).expiresAt(latest + 100));
  }

  @Test
  void aRampIsAsLongAsTheRegistryAsksAtLeast() {
    assertAnchors(pause().rampSeconds(5));
    refuse(Rule.RAMP_OUT_OF_RANGE, pause().rampSeconds(4));
  }

  @Test
  void aPauseLastsAsLongAsItsRampCountedFromItsStart() {
    assertAnchors(pause().effectiveAt(NOW).rampSeconds(10).expiresAt(NOW + LEAD + 10));
    refuse(
        Rule.EXPIRES_TOO_EARLY, pause().effectiveAt(NOW).rampSeconds(10).expiresAt(NOW + LEAD + 9));
    assertAnchors(pause().effectiveAt(NOW + 60).rampSeconds(10).expiresAt(NOW + 70));
    refuse(
        Rule.EXPIRES_TOO_EARLY, pause().effectiveAt(NOW + 60).rampSeconds(10).expiresAt(NOW + 69));
  }

  @Test
  void standingPausesForTwoYearsAtMostLastRampIncluded() {
    long longest = NOW + LEAD + 63_072_000 - 3 - 10;
    assertAnchors(pause().expiresAt(longest));
    refuse(Rule.PAUSE_TOO_LONG, pause().expiresAt(longest + 1));
  }

  @Test
  void emergencyPausesForTwoWeeksAtMost() {
    long longest = NOW + LEAD + 1_209_600 - 3 - 10;
    assertAnchors(pause().mandate(MandateName.EMERGENCY).expiresAt(longest));
    refuse(Rule.PAUSE_TOO_LONG, pause().mandate(MandateName.EMERGENCY).expiresAt(longest + 1));
  }

  @Test
  void aDrillLastsAWeekAtMost() {
    long longest = NOW + LEAD + 604_800 - 3 - 10;
    assertAnchors(pause().slot(10).drill(true).expiresAt(longest));
    refuse(Rule.PAUSE_TOO_LONG, pause().slot(10).drill(true).expiresAt(longest + 1));
  }

  @Test
  void aSlotIsFreeWhenTheLastSiteIsBack() {
    Pause first = pause().expiresAt(NOW + 100).staggerSeconds(3).rampSeconds(10).build();
    RegistryState state = TestRegistry.anchor(empty, first, NOW);
    long free = NOW + 100 + 3 + 10;
    refuse(Rule.SLOT_OCCUPIED, state, next(free - 1), free - 1);
    assertAnchors(state, next(free), free);
    assertAnchors(state, pause().slot(1).build(), NOW);
  }

  @Test
  void aDrillsSlotIsFreeWhenItEnds() {
    Pause drill = pause().slot(10).drill(true).expiresAt(NOW + 100).build();
    RegistryState state = TestRegistry.anchor(empty, drill, NOW);
    refuse(Rule.SLOT_OCCUPIED, state, next(10, NOW + 99), NOW + 99);
    assertAnchors(state, next(10, NOW + 100), NOW + 100);
  }

  @Test
  void aLiftFreesTheSlotAfterTheWayBackUp() {
    RegistryState state = lifted(NOW + 50);
    long free = NOW + 50 + 3 + 10;
    refuse(Rule.SLOT_OCCUPIED, state, next(free - 1), free - 1);
    assertAnchors(state, next(free), free);
  }

  @Test
  void withinASlotTheTimesOfProposalsRise() {
    Pause first = pause().expiresAt(NOW + 100).build();
    RegistryState state = TestRegistry.anchor(empty, first, NOW);
    long later = NOW + 500;
    refuse(Rule.PROPOSED_AT_NOT_RISING, state, at(later).proposedAt(NOW).build(), later);
    assertAnchors(state, at(later).proposedAt(NOW + 1).build(), later);
  }

  @Test
  void aLiftsTimeOfProposalCountsForTheNextPause() {
    RegistryState state = lifted(NOW + 50);
    long later = NOW + 500;
    refuse(Rule.PROPOSED_AT_NOT_RISING, state, at(later).proposedAt(NOW + 50).build(), later);
    assertAnchors(state, at(later).proposedAt(NOW + 51).build(), later);
  }

  @Test
  void aDecisionAnchoredOnceIsNeverAnchoredAgain() {
    Pause first = pause().expiresAt(NOW + 100).build();
    RegistryState state = TestRegistry.anchor(empty, first, NOW);
    refuse(Rule.SLOT_OCCUPIED, state, first, NOW);
    refuse(Rule.EXPIRES_TOO_EARLY, state, first, NOW + 500);
  }

  @Test
  void emergencyHasOneShotAndStillDrillsAndLifts() {
    Pause shot = pause().mandate(MandateName.EMERGENCY).slot(12).build();
    RegistryState state = TestRegistry.anchor(empty, shot, NOW);
    refuse(
        Rule.EMERGENCY_DISARMED,
        state,
        pause().mandate(MandateName.EMERGENCY).slot(13).build(),
        NOW);
    assertAnchors(state, pause().mandate(MandateName.EMERGENCY).slot(15).drill(true).build(), NOW);
    assertAnchors(state, lift(MandateName.EMERGENCY, 12, shot), NOW + 1);
  }

  @Test
  void aDrillDoesNotDisarmEmergency() {
    Pause drill = pause().mandate(MandateName.EMERGENCY).slot(15).drill(true).build();
    RegistryState state = TestRegistry.anchor(empty, drill, NOW);
    assertAnchors(state, pause().mandate(MandateName.EMERGENCY).build(), NOW);
  }

  @Test
  void aLiftNamesThePauseInItsSlot() {
    Pause first = pause().build();
    RegistryState state = TestRegistry.anchor(empty, first, NOW);
    Bytes32 id = first.id(TestRegistry.DOMAIN);
    assertAnchors(state, TestRegistry.lift(0, id, NOW + 1), NOW + 1);
    refuse(Rule.SLOT_NOT_OCCUPIED, state, TestRegistry.lift(1, id, NOW + 1), NOW + 1);
    refuse(Rule.WRONG_PAUSE, state, TestRegistry.lift(0, Bytes32.ZERO, NOW + 1), NOW + 1);
    refuse(Rule.PROPOSED_AT_NOT_RISING, state, TestRegistry.lift(0, id, NOW), NOW + 1);
  }

  @Test
  void aPauseIsLiftedOnceAndBeforeItExpires() {
    Pause first = pause().expiresAt(NOW + 100).build();
    Bytes32 id = first.id(TestRegistry.DOMAIN);
    RegistryState state = TestRegistry.anchor(empty, first, NOW);
    assertAnchors(state, TestRegistry.lift(0, id, NOW + 1), NOW + 99);
    refuse(Rule.PAUSE_EXPIRED, state, TestRegistry.lift(0, id, NOW + 1), NOW + 100);
    refuse(Rule.PAUSE_EXPIRED, state, TestRegistry.lift(0, id, NOW + 1), NOW + 112);
    refuse(Rule.SLOT_NOT_OCCUPIED, state, TestRegistry.lift(0, id, NOW + 1), NOW + 113);
    RegistryState after = lifted(NOW + 50);
    refuse(
        Rule.ALREADY_LIFTED,
        after,
        TestRegistry.lift(0, first().id(TestRegistry.DOMAIN), NOW + 51),
        NOW + 51);
  }

  @Test
  void standingLiftsWhatEmergencyPaused() {
    Pause shot = pause().mandate(MandateName.EMERGENCY).slot(12).build();
    RegistryState state = TestRegistry.anchor(empty, shot, NOW);
    assertAnchors(state, lift(MandateName.STANDING, 12, shot), NOW + 1);
  }

  @Test
  void everyCommitteeSignsInOrder() {
    Certificate good = TestRegistry.certify(pause().build());
    assertRefused(
        Rule.WRONG_SIGNATURE_COUNT,
        () -> empty.check(signed(good, good.signatures().subList(0, 1)), NOW));
    assertRefused(
        Rule.SIGNATURE_INVALID, () -> empty.check(signed(good, good.signatures().reversed()), NOW));
    assertRefused(Rule.SIGNATURE_INVALID, () -> empty.check(signed(good, strangers(good)), NOW));
  }

  private static List<Signature> strangers(Certificate good) {
    TestCommittee mallory = TestCommittee.civil("mallory's body");
    return List.of(mallory.sign(good.id()), mallory.sign(good.id()));
  }

  @Test
  void aSignatureOverAnotherCeilingIsNone() {
    Certificate good = TestRegistry.certify(pause().ceilingBps(500).build());
    Certificate bent =
        new Certificate(TestRegistry.DOMAIN, pause().ceilingBps(501).build(), good.signatures());
    assertRefused(Rule.SIGNATURE_INVALID, () -> empty.check(bent, NOW));
  }

  @Test
  void aMandateWithoutCommitteesDecidesNothing() {
    Genesis genesis = TestRegistry.genesis();
    RegistryState state =
        RegistryState.genesis(
            new Genesis(
                genesis.domain(),
                genesis.deployedAt(),
                genesis.parameters(),
                genesis.standing(),
                List.of()));
    Pause shot = pause().mandate(MandateName.EMERGENCY).build();
    Pause drill = pause().mandate(MandateName.EMERGENCY).slot(15).drill(true).build();
    assertRefused(Rule.EMERGENCY_DISARMED, () -> state.check(unsigned(shot), NOW));
    assertRefused(Rule.WRONG_SIGNATURE_COUNT, () -> state.check(unsigned(drill), NOW));
  }

  @Test
  void aCertificateIsForOneRegistryOnOneChain() {
    Certificate good = TestRegistry.certify(pause().build());
    Eip712Domain domain = TestRegistry.DOMAIN;
    Certificate otherChain =
        new Certificate(new Eip712Domain(1, domain.registry()), good.decision(), good.signatures());
    Certificate otherRegistry =
        new Certificate(
            new Eip712Domain(domain.chainId(), Address.ZERO), good.decision(), good.signatures());
    assertRefused(Rule.WRONG_CHAIN, () -> empty.check(otherChain, NOW));
    assertRefused(Rule.WRONG_REGISTRY, () -> empty.check(otherRegistry, NOW));
  }

  @Test
  void theFirstRuleBrokenIsNamedInTheContractsOrder() {
    refuse(Rule.WRONG_EPOCH, pause().epoch(1).proposedAt(NOW + 1).minPeakPflops(Pflops.of(1)));
    refuse(Rule.PROPOSED_IN_FUTURE, pause().proposedAt(NOW + 1).minPeakPflops(Pflops.of(1)));
    refuse(Rule.SCOPE_REACHES_EXEMPT, pause().minPeakPflops(Pflops.of(1)).rampSeconds(4));
    Certificate late = unsigned(pause().anchorBy(NOW - 1).build());
    assertRefused(Rule.ANCHOR_BY_PASSED, () -> empty.check(late, NOW));
  }

  private static Certificate unsigned(Decision decision) {
    return new Certificate(TestRegistry.DOMAIN, decision, List.of());
  }

  private static Certificate signed(Certificate certificate, List<Signature> signatures) {
    return new Certificate(certificate.domain(), certificate.decision(), signatures);
  }

  private static Pause first() {
    return pause().build();
  }

  private RegistryState lifted(long when) {
    RegistryState state = TestRegistry.anchor(empty, first(), NOW);
    return TestRegistry.anchor(
        state, TestRegistry.lift(0, first().id(TestRegistry.DOMAIN), when), when);
  }

  private static Lift lift(MandateName mandate, int slot, Pause pause) {
    return new Lift(
        mandate,
        0,
        new Slot(slot),
        pause.id(TestRegistry.DOMAIN),
        NOW + 1,
        NOW + 600,
        Bytes32.ZERO);
  }

  private static PauseBuilder at(long now) {
    return pause().proposedAt(now).effectiveAt(now).expiresAt(now + 100).anchorBy(now);
  }

  private static Pause next(long now) {
    return at(now).build();
  }

  private static Pause next(int slot, long now) {
    return at(now).slot(slot).build();
  }
}
