// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice A slot is taken until the last site is back, and what is proposed for it only gets younger.
contract SlotsTest is RegistryTest {
    function test_aPauseOccupiesItsSlotUntilItsLastRampEnds() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        uint256 end = uint256(first.expiresAt) + STAGGER + RAMP;
        _occupiedUntil(end, aPauseProposedAfter(first));
    }

    function test_aDrillOccupiesItsSlotUntilItsEnd() public {
        IPauseRegistry.Pause memory first = aDrill();
        anchor(first);
        IPauseRegistry.Pause memory next = aPauseProposedAfter(first);
        next.slot = first.slot;
        _occupiedUntil(first.expiresAt, next);
    }

    function test_aLiftedPauseOccupiesItsSlotUntilItsRampBackEnds() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        vm.warp(NOW + 10_000);
        IPauseRegistry.Lift memory lift = aLiftOf(first);
        anchor(lift);
        IPauseRegistry.Pause memory next = aPauseProposedAfter(first);
        next.proposedAt = lift.proposedAt + 1;
        _occupiedUntil(NOW + 10_000 + STAGGER + RAMP, next);
    }

    /// @notice No site has left its full capacity yet, so that none has a way back.
    function test_aPauseLiftedBeforeItBeginsFreesItsSlotAtOnce() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        IPauseRegistry.Lift memory lift = aLiftOf(first);
        vm.warp(first.effectiveAt);
        anchor(lift);
        vm.assertEq(registry.activePauses().length, 0);
        anchor(aPause());
    }

    function test_aPauseLiftedInTheSecondAfterItBeganStaysForItsTail() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        IPauseRegistry.Lift memory lift = aLiftOf(first);
        uint256 begun = uint256(first.effectiveAt) + 1;
        vm.warp(begun);
        anchor(lift);
        IPauseRegistry.Pause memory next = aPauseProposedAfter(first);
        next.proposedAt = lift.proposedAt + 1;
        _occupiedUntil(begun + STAGGER + RAMP, next);
    }

    /// @notice It begins after the lead, however early it was to be effective.
    function test_aPauseBeginsAfterTheLeadAtTheEarliest() public {
        IPauseRegistry.Pause memory first = aPause();
        first.effectiveAt = uint48(NOW - 1_000);
        anchor(first);
        vm.warp(NOW + LEAD);
        anchor(aLiftOf(first));
        vm.assertEq(registry.activePauses().length, 0);
    }

    function test_aLiftedDrillFreesItsSlotAtOnce() public {
        IPauseRegistry.Pause memory first = aDrill();
        anchor(first);
        vm.warp(NOW + 10_000);
        anchor(aLiftOf(first));
        vm.assertEq(registry.activePauses().length, 0);
        IPauseRegistry.Pause memory next = aDrill();
        anchor(next);
    }

    /// @notice A lift in the last second brings the end forward by that second and no more.
    function test_aLateLiftNeverLengthensAnOccupation() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        vm.warp(first.expiresAt - 1);
        anchor(aLiftOf(first));
        vm.assertEq(registry.activePauses()[0].lastRampEndsAt, uint256(first.expiresAt) - 1 + STAGGER + RAMP);
    }

    function test_slotsDoNotKnowOfEachOther() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        IPauseRegistry.Pause memory older = aPause();
        older.slot = 1;
        older.proposedAt = first.proposedAt - 1_000;
        anchor(older);
        vm.assertEq(registry.activePauses().length, 2);
    }

    function test_proposedAtRisesWithinASlot() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        vm.warp(NOW + 200_000);
        IPauseRegistry.Pause memory next = aPause();
        for (uint48 age = 0; age < 2; age++) {
            next.proposedAt = first.proposedAt - age;
            next.anchorBy = next.proposedAt + 30 days;
            refused(next, _notRising(next.proposedAt, first.proposedAt));
        }
        next.proposedAt = first.proposedAt + 1;
        anchor(next);
    }

    function test_aLiftToo() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        IPauseRegistry.Lift memory lift = aLiftOf(first);
        lift.proposedAt = first.proposedAt;
        refused(lift, _notRising(lift.proposedAt, first.proposedAt));
        lift.proposedAt++;
        anchor(lift);
    }

    function test_aPauseProposedBeforeTheLiftIsNotRevived() public {
        IPauseRegistry.Pause memory first = aPause();
        anchor(first);
        IPauseRegistry.Lift memory lift = aLiftOf(first);
        lift.proposedAt = uint48(NOW - 5);
        anchor(lift);
        vm.warp(NOW + STAGGER + RAMP);
        IPauseRegistry.Pause memory hoarded = aPause();
        hoarded.proposedAt = uint48(NOW - 5);
        refused(hoarded, _notRising(hoarded.proposedAt, lift.proposedAt));
    }

    function test_nothingIsAnchoredTwice() public {
        IPauseRegistry.Pause memory pause = aPause();
        anchor(pause);
        uint256 until = uint256(pause.expiresAt) + STAGGER + RAMP;
        refused(pause, abi.encodeWithSelector(IPauseRegistry.SlotOccupied.selector, 0, until));
        IPauseRegistry.Lift memory lift = aLiftOf(pause);
        uint256 begun = uint256(pause.effectiveAt) + 1;
        vm.warp(begun);
        anchor(lift);
        refused(lift, abi.encodeWithSelector(IPauseRegistry.AlreadyLifted.selector, begun));
        vm.warp(begun + STAGGER + RAMP);
        refused(pause, _notRising(pause.proposedAt, lift.proposedAt));
        refused(lift, abi.encodeWithSelector(IPauseRegistry.SlotNotOccupied.selector, 0));
    }

    function test_theViewTellsWhatOccupiesASlot() public {
        IPauseRegistry.Pause memory pause = aPause();
        pause.slot = 7;
        bytes32 id = anchor(pause);
        IPauseRegistry.ActivePause[] memory active = registry.activePauses();
        IPauseRegistry.ActivePause memory expected = IPauseRegistry.ActivePause({
            slot: 7,
            pauseId: id,
            drill: false,
            expiresAt: pause.expiresAt,
            liftedAt: NEVER,
            lastRampEndsAt: pause.expiresAt + STAGGER + RAMP,
            latestProposedAt: pause.proposedAt
        });
        vm.assertEq(active.length, 1);
        vm.assertEq(abi.encode(active[0]), abi.encode(expected));

        uint48 begun = pause.effectiveAt + 1;
        vm.warp(begun);
        IPauseRegistry.Lift memory lift = aLiftOf(pause);
        anchor(lift);
        expected.liftedAt = begun;
        expected.lastRampEndsAt = uint48(begun + STAGGER + RAMP);
        expected.latestProposedAt = lift.proposedAt;
        vm.assertEq(abi.encode(registry.activePauses()[0]), abi.encode(expected));
    }

    function test_theViewListsSlotsAscendingAndADrillAsOne() public {
        anchor(aDrill());
        anchor(aPause());
        anchor(anEmergencyPause());
        IPauseRegistry.ActivePause[] memory active = registry.activePauses();
        vm.assertEq(active.length, 3);
        vm.assertEq(active[0].slot, 0);
        vm.assertEq(active[1].slot, 10);
        vm.assertTrue(active[1].drill);
        vm.assertEq(active[1].lastRampEndsAt, active[1].expiresAt);
        vm.assertEq(active[2].slot, 12);
    }

    function aPauseProposedAfter(IPauseRegistry.Pause memory first)
        private
        view
        returns (IPauseRegistry.Pause memory next)
    {
        next = aPause();
        next.proposedAt = first.proposedAt + 1;
    }

    /// @dev Refused a second before, anchored at the very second.
    function _occupiedUntil(uint256 end, IPauseRegistry.Pause memory next) private {
        vm.warp(end - 1);
        next.effectiveAt = uint48(end);
        next.expiresAt = uint48(end + 1 days);
        next.anchorBy = next.proposedAt + 30 days;
        refused(next, abi.encodeWithSelector(IPauseRegistry.SlotOccupied.selector, next.slot, end));
        vm.assertEq(registry.activePauses().length, 1);
        vm.warp(end);
        vm.assertEq(registry.activePauses().length, 0);
        anchor(next);
    }

    function _notRising(uint256 proposedAt, uint256 latest) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.ProposedAtNotRising.selector, proposedAt, latest);
    }
}
