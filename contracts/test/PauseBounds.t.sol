// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice Every bound of a pause, walked from both sides: the last value accepted, the first one refused.
contract PauseBoundsTest is RegistryTest {
    IPauseRegistry.Pause private p;

    function setUp() public override {
        super.setUp();
        p = aPause();
    }

    function test_aMandateIsStandingOrEmergency() public {
        p.mandate = 2;
        refused(p, abi.encodeWithSelector(IPauseRegistry.UnknownMandate.selector, 2, 1));
    }

    function test_theEpochIsTheMandatesCurrentOne() public {
        p.epoch = 1;
        refused(p, abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 1, 0));
    }

    function test_proposedAtIsNotInTheFuture() public {
        p.proposedAt = uint48(NOW + 1);
        refused(p, abi.encodeWithSelector(IPauseRegistry.ProposedInFuture.selector, NOW + 1, NOW));
        p.proposedAt = uint48(NOW);
        anchor(p);
    }

    function test_anchorByHasNotPassed() public {
        p.anchorBy = uint48(NOW - 1);
        refused(p, abi.encodeWithSelector(IPauseRegistry.AnchorByPassed.selector, NOW - 1, NOW));
        p.anchorBy = uint48(NOW);
        anchor(p);
    }

    function test_aCertificateLivesThirtyDaysAtMost() public {
        uint256 latest = p.proposedAt + 30 days;
        p.anchorBy = uint48(latest + 1);
        refused(p, abi.encodeWithSelector(IPauseRegistry.AnchorByTooLate.selector, latest + 1, latest));
        p.anchorBy = uint48(latest);
        anchor(p);
    }

    function test_aPauseOfStandingHasSlotsZeroToEleven() public {
        p.slot = 12;
        refused(p, abi.encodeWithSelector(IPauseRegistry.SlotOutOfRange.selector, 12, 0, 11));
        p.slot = 255;
        refused(p, abi.encodeWithSelector(IPauseRegistry.SlotOutOfRange.selector, 255, 0, 11));
        for (p.slot = 0; p.slot < 12; p.slot++) {
            anchor(p);
        }
        vm.assertEq(registry.activePauses().length, 12);
    }

    function test_aPauseOfEmergencyHasSlotsTwelveToFifteen() public {
        p.mandate = EMERGENCY;
        for (p.slot = 0; p.slot < 12; p.slot++) {
            refused(p, abi.encodeWithSelector(IPauseRegistry.SlotOutOfRange.selector, p.slot, 12, 15));
        }
        p.slot = 16;
        refused(p, abi.encodeWithSelector(IPauseRegistry.SlotOutOfRange.selector, 16, 12, 15));
        for (p.slot = 12; p.slot < 16; p.slot++) {
            deploy();
            anchor(p);
        }
    }

    function test_drillsHaveSlotsTenElevenAndFifteen() public {
        p.drill = true;
        for (p.slot = 0; p.slot < 16; p.slot++) {
            p.mandate = p.slot < 12 ? STANDING : EMERGENCY;
            if (p.slot == 10 || p.slot == 11 || p.slot == 15) anchor(p);
            else refused(p, abi.encodeWithSelector(IPauseRegistry.SlotNotForDrills.selector, p.slot));
        }
    }

    function test_regionsAreThirtyTwoAtMost() public {
        p.scope.regions = _regions(33);
        refused(p, abi.encodeWithSelector(IPauseRegistry.TooManyRegions.selector, 33, 32));
        p.scope.regions = _regions(32);
        anchor(p);
    }

    function test_noRegionsMeansEverywhere() public {
        p.scope.regions = new uint16[](0);
        anchor(p);
    }

    function test_regionsAscendStrictly() public {
        p.scope.regions[2] = p.scope.regions[1];
        refused(p, abi.encodeWithSelector(IPauseRegistry.RegionsNotAscending.selector, 250, 250));
        p.scope.regions[2] = 249;
        refused(p, abi.encodeWithSelector(IPauseRegistry.RegionsNotAscending.selector, 249, 250));
        p.scope.regions[2] = 251;
        anchor(p);
    }

    function test_regionsAreOneToThreeDigits() public {
        p.scope.regions[0] = 0;
        refused(p, abi.encodeWithSelector(IPauseRegistry.RegionsNotAscending.selector, 0, 0));
        p.scope.regions[0] = 1;
        p.scope.regions[3] = 1_000;
        refused(p, abi.encodeWithSelector(IPauseRegistry.RegionOutOfRange.selector, 1_000, 999));
        p.scope.regions[3] = 999;
        anchor(p);
    }

    function test_hardwareClassesAreAMaskOfOneToSeven() public {
        p.scope.hardwareClasses = 0;
        refused(p, abi.encodeWithSelector(IPauseRegistry.HardwareClassesOutOfRange.selector, 0, 1, 7));
        p.scope.hardwareClasses = 8;
        refused(p, abi.encodeWithSelector(IPauseRegistry.HardwareClassesOutOfRange.selector, 8, 1, 7));
        for (p.scope.hardwareClasses = 1; p.scope.hardwareClasses < 8; p.scope.hardwareClasses++) {
            deploy();
            anchor(p);
        }
    }

    function test_noExemptSiteIsReached() public {
        p.scope.minPeakPflops = 15;
        refused(p, abi.encodeWithSelector(IPauseRegistry.ScopeReachesExempt.selector, 15, 16));
        p.scope.minPeakPflops = 16;
        anchor(p);
    }

    function test_aPauseIsNoKillSwitch() public {
        p.ceilingBps = 99;
        refused(p, abi.encodeWithSelector(IPauseRegistry.CeilingOutOfRange.selector, 99, 100, 9_999));
        p.ceilingBps = 100;
        anchor(p);
    }

    function test_aPauseLowersTheCeiling() public {
        p.ceilingBps = 10_000;
        refused(p, abi.encodeWithSelector(IPauseRegistry.CeilingOutOfRange.selector, 10_000, 100, 9_999));
        p.ceilingBps = 9_999;
        anchor(p);
    }

    function test_aPauseTakesEffectWithinThirtyDays() public {
        p.effectiveAt = uint48(NOW + 30 days + 1);
        p.expiresAt = p.effectiveAt + 1 days;
        refused(p, abi.encodeWithSelector(IPauseRegistry.EffectiveTooLate.selector, NOW + 30 days + 1, NOW + 30 days));
        p.effectiveAt--;
        anchor(p);
    }

    function test_theRampIsNotShorterThanTheRegistryAllows() public {
        p.rampSeconds = 59;
        refused(p, abi.encodeWithSelector(IPauseRegistry.RampOutOfRange.selector, 59, 60, 86_400));
        p.rampSeconds = 60;
        anchor(p);
    }

    function test_theRampIsADayAtMost() public {
        p.rampSeconds = 86_401;
        refused(p, abi.encodeWithSelector(IPauseRegistry.RampOutOfRange.selector, 86_401, 60, 86_400));
        p.rampSeconds = 86_400;
        anchor(p);
    }

    function test_theStaggerIsADayAtMost() public {
        p.staggerSeconds = 86_401;
        refused(p, abi.encodeWithSelector(IPauseRegistry.StaggerTooLong.selector, 86_401, 86_400));
        p.staggerSeconds = 86_400;
        anchor(p);
    }

    function test_aPauseLastsItsRampAtLeast() public {
        uint256 earliest = p.effectiveAt + RAMP;
        p.expiresAt = uint48(earliest - 1);
        refused(p, abi.encodeWithSelector(IPauseRegistry.ExpiresTooEarly.selector, earliest - 1, earliest));
        p.expiresAt = uint48(earliest);
        anchor(p);
    }

    function test_aPauseInEffectAtOnceStartsAfterTheLead() public {
        p.effectiveAt = 0;
        uint256 earliest = NOW + LEAD + RAMP;
        p.expiresAt = uint48(earliest - 1);
        refused(p, abi.encodeWithSelector(IPauseRegistry.ExpiresTooEarly.selector, earliest - 1, earliest));
        p.expiresAt = uint48(earliest);
        anchor(p);
    }

    function test_aPauseOfStandingLastsTwoYearsAtMost() public {
        _lasts(63_072_000);
    }

    function test_aPauseOfEmergencyLastsFourteenDaysAtMost() public {
        (p.mandate, p.slot) = (EMERGENCY, 12);
        _lasts(1_209_600);
    }

    function test_aDrillOfStandingLastsSevenDaysAtMost() public {
        (p.drill, p.slot) = (true, 10);
        _lasts(604_800);
    }

    function test_aDrillOfEmergencyLastsSevenDaysAtMost() public {
        (p.mandate, p.drill, p.slot) = (EMERGENCY, true, 15);
        _lasts(604_800);
    }

    /// @notice Values near 2^48 and 2^32 neither wrap nor pass.
    function testFuzz_noTimeWraps(uint48 effectiveAt, uint48 expiresAt, uint32 ramp, uint32 stagger) public {
        (p.effectiveAt, p.expiresAt, p.rampSeconds, p.staggerSeconds) = (effectiveAt, expiresAt, ramp, stagger);
        uint256 start = effectiveAt > NOW + LEAD ? effectiveAt : NOW + LEAD;
        bool within = effectiveAt <= NOW + 30 days && ramp >= 60 && ramp <= 86_400 && stagger <= 86_400
            && uint256(expiresAt) >= start + ramp && uint256(expiresAt) + stagger + ramp - start <= 63_072_000;
        vm.assertTrue(_anchors() == within);
    }

    /// @notice The same inside the range that pauses really have, where half of them pass.
    function testFuzz_everyPauseWithinTheBoundsPasses(uint256 effect, uint256 length, uint32 ramp, uint32 stagger)
        public
    {
        uint256 start = NOW + LEAD + bound(effect, 0, 31 days);
        (p.effectiveAt, p.expiresAt) = (uint48(start), uint48(start + bound(length, 0, 740 days)));
        (p.rampSeconds, p.staggerSeconds) = (uint32(bound(ramp, 0, 90_000)), uint32(bound(stagger, 0, 90_000)));
        bool within = start <= NOW + 30 days && p.rampSeconds >= 60 && p.rampSeconds <= 86_400
            && p.staggerSeconds <= 86_400 && p.expiresAt >= start + p.rampSeconds
            && uint256(p.expiresAt) + p.staggerSeconds + p.rampSeconds - start <= 63_072_000;
        vm.assertTrue(_anchors() == within);
    }

    function _lasts(uint256 longest) private {
        p.expiresAt = uint48(uint256(p.effectiveAt) + longest - STAGGER - RAMP + 1);
        refused(p, abi.encodeWithSelector(IPauseRegistry.PauseTooLong.selector, longest + 1, longest));
        p.expiresAt--;
        anchor(p);
    }

    function _anchors() private returns (bool ok) {
        IPauseRegistry.Signature[] memory signatures = signed(p.mandate, registry.pauseId(p));
        (ok,) = address(registry).call(abi.encodeCall(registry.anchorPause, (p, signatures)));
    }

    function _regions(uint16 count) private pure returns (uint16[] memory regions) {
        regions = new uint16[](count);
        for (uint16 i = 0; i < count; i++) {
            regions[i] = i + 1;
        }
    }
}
