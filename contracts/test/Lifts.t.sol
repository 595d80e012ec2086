// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice A lift names an occupied slot and its pause, which is neither lifted yet nor expired.
contract LiftsTest is RegistryTest {
    IPauseRegistry.Pause private pause;
    IPauseRegistry.Lift private lift;

    function setUp() public override {
        super.setUp();
        pause = aPause();
        anchor(pause);
        lift = aLiftOf(pause);
    }

    function test_aMandateIsStandingOrEmergency() public {
        lift.mandate = 2;
        refused(lift, abi.encodeWithSelector(IPauseRegistry.UnknownMandate.selector, 2, 1));
    }

    function test_theEpochIsTheMandatesCurrentOne() public {
        lift.epoch = 1;
        refused(lift, abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 1, 0));
    }

    function test_proposedAtIsNotInTheFuture() public {
        lift.proposedAt = uint48(NOW + 1);
        refused(lift, abi.encodeWithSelector(IPauseRegistry.ProposedInFuture.selector, NOW + 1, NOW));
        lift.proposedAt = uint48(NOW);
        anchor(lift);
    }

    function test_anchorByHasNotPassed() public {
        lift.anchorBy = uint48(NOW - 1);
        refused(lift, abi.encodeWithSelector(IPauseRegistry.AnchorByPassed.selector, NOW - 1, NOW));
        lift.anchorBy = uint48(NOW);
        anchor(lift);
    }

    function test_aCertificateLivesThirtyDaysAtMost() public {
        uint256 latest = lift.proposedAt + 30 days;
        lift.anchorBy = uint48(latest + 1);
        refused(lift, abi.encodeWithSelector(IPauseRegistry.AnchorByTooLate.selector, latest + 1, latest));
        lift.anchorBy = uint48(latest);
        anchor(lift);
    }

    function test_thereAreSixteenSlots() public {
        lift.slot = 16;
        refused(lift, abi.encodeWithSelector(IPauseRegistry.SlotOutOfRange.selector, 16, 0, 15));
    }

    function test_anEmptySlotHasNothingToLift() public {
        for (lift.slot = 1; lift.slot < 16; lift.slot++) {
            lift.pauseId = bytes32(0);
            refused(lift, abi.encodeWithSelector(IPauseRegistry.SlotNotOccupied.selector, lift.slot));
            lift.pauseId = _genesis();
            refused(lift, abi.encodeWithSelector(IPauseRegistry.SlotNotOccupied.selector, lift.slot));
        }
    }

    function test_itNamesThePauseOfItsSlot() public {
        bytes32 id = lift.pauseId;
        lift.pauseId = keccak256("another");
        refused(lift, abi.encodeWithSelector(IPauseRegistry.WrongPause.selector, lift.pauseId, id));
    }

    function test_aPauseIsLiftedOnce() public {
        uint256 begun = uint256(pause.effectiveAt) + 100;
        vm.warp(begun);
        anchor(lift);
        lift.proposedAt = uint48(begun);
        refused(lift, abi.encodeWithSelector(IPauseRegistry.AlreadyLifted.selector, begun));
    }

    function test_aPauseIsLiftedBeforeItExpires() public {
        vm.warp(pause.expiresAt);
        refused(lift, abi.encodeWithSelector(IPauseRegistry.PauseExpired.selector, pause.expiresAt, pause.expiresAt));
        vm.warp(pause.expiresAt - 1);
        anchor(lift);
    }

    function test_aPauseMayBeLiftedBeforeItBegins() public {
        vm.assertTrue(pause.effectiveAt > NOW);
        anchor(lift);
        vm.assertEq(registry.activePauses().length, 0);
    }

    function test_standingLiftsWhatEmergencyDecided() public {
        IPauseRegistry.Pause memory urgent = anEmergencyPause();
        anchor(urgent);
        lift = aLiftOf(urgent);
        lift.mandate = STANDING;
        vm.warp(urgent.effectiveAt + 1);
        anchor(lift);
        vm.assertEq(registry.activePauses()[1].liftedAt, urgent.effectiveAt + 1);
    }

    function test_emergencyLiftsItsOwn() public {
        IPauseRegistry.Pause memory urgent = anEmergencyPause();
        anchor(urgent);
        lift = aLiftOf(urgent);
        vm.warp(urgent.effectiveAt + 1);
        anchor(lift);
        vm.assertEq(registry.activePauses()[1].liftedAt, urgent.effectiveAt + 1);
    }

    function test_emergencyLiftsNothingOfStanding() public {
        lift.mandate = EMERGENCY;
        for (lift.slot = 0; lift.slot < 12; lift.slot++) {
            refused(lift, abi.encodeWithSelector(IPauseRegistry.SlotOutOfRange.selector, lift.slot, 12, 15));
        }
    }

    function _genesis() private view returns (bytes32) {
        // what an unused slot holds in place of an id
        return vm.load(address(registry), bytes32(uint256(2 + 2 * 1)));
    }
}
