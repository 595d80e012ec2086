// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice What has expired or was lifted does not come back, whoever brings its certificate, when, and after what.
contract RevivalTest is RegistryTest {
    IPauseRegistry.Pause private pause;
    IPauseRegistry.Signature[] private certificate;
    uint256 private over;

    function setUp() public override {
        super.setUp();
        pause = aPause();
        pause.anchorBy = pause.proposedAt + 30 days;
        IPauseRegistry.Signature[] memory list = signed(STANDING, registry.pauseId(pause));
        certificate.push(list[0]);
        registry.anchorPause(pause, list);
        over = uint256(pause.expiresAt) + STAGGER + RAMP;
    }

    function test_notWhileItRuns() public {
        _refused(_occupied(over));
    }

    function test_notInTheSecondAfterItsEnd() public {
        vm.warp(pause.expiresAt);
        _refused(abi.encodeWithSelector(IPauseRegistry.ExpiresTooEarly.selector, pause.expiresAt, _earliest()));
    }

    function test_notOnceItsSlotIsFree() public {
        for (uint256 after_ = 0; after_ < 3; after_++) {
            vm.warp(over + after_);
            _refused(abi.encodeWithSelector(IPauseRegistry.ExpiresTooEarly.selector, pause.expiresAt, _earliest()));
        }
    }

    /// @notice Lifted early, its times could still be met: only its proposedAt stands against it.
    function test_notAfterALiftHowEarlyEver() public {
        anchor(aLiftOf(pause));
        _refused(_notRising(pause.proposedAt + 1));
        vm.warp(NOW + 10_000);
        _refused(_notRising(pause.proposedAt + 1));
    }

    function test_notByASecondLiftOfItAndNotByUndoingTheFirst() public {
        IPauseRegistry.Lift memory lift = aLiftOf(pause);
        uint256 begun = uint256(pause.effectiveAt) + 1;
        vm.warp(begun);
        anchor(lift);
        lift.proposedAt++;
        vm.warp(begun + 1);
        refused(lift, abi.encodeWithSelector(IPauseRegistry.AlreadyLifted.selector, begun));
        vm.assertEq(registry.activePauses()[0].liftedAt, begun);
        vm.assertEq(registry.activePauses()[0].lastRampEndsAt, begun + STAGGER + RAMP);
    }

    function test_notByALiftAfterItsEnd() public {
        vm.warp(uint256(pause.expiresAt) + 1);
        refused(
            aLiftOf(pause),
            abi.encodeWithSelector(IPauseRegistry.PauseExpired.selector, pause.expiresAt, pause.expiresAt + 1)
        );
        vm.assertEq(registry.activePauses()[0].lastRampEndsAt, over);
        vm.warp(over);
        refused(aLiftOf(pause), abi.encodeWithSelector(IPauseRegistry.SlotNotOccupied.selector, 0));
        vm.assertEq(registry.activePauses().length, 0);
    }

    function test_notAfterAnotherPauseHadItsSlot() public {
        anchor(aLiftOf(pause));
        vm.warp(NOW + STAGGER + RAMP);
        IPauseRegistry.Pause memory second = aPause();
        anchor(second);
        anchor(aLiftOf(second));
        vm.warp(NOW + 2 * (STAGGER + RAMP));
        _refused(
            abi.encodeWithSelector(IPauseRegistry.ProposedAtNotRising.selector, pause.proposedAt, second.proposedAt + 1)
        );
    }

    function test_notInAnotherSlotByTheSameSignatures() public {
        for (pause.slot = 1; pause.slot < 12; pause.slot++) {
            vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
            registry.anchorPause(pause, certificate);
        }
    }

    function test_notByRotatingTheSameCommitteesInAgain() public {
        anchor(aLiftOf(pause));
        rotateTo(STANDING, keysOf("alice"));
        vm.warp(NOW + STAGGER + RAMP);
        _refused(abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 0, 1));
        pause.epoch = 1;
        vm.warp(NOW + STAGGER + RAMP);
        refused(pause, _notRising(pause.proposedAt + 1));
    }

    function test_notOfEmergencyByDeletingAndFoundingItAgain() public {
        IPauseRegistry.Pause memory urgent = anEmergencyPause();
        urgent.anchorBy = urgent.proposedAt + 30 days;
        IPauseRegistry.Signature[] memory list = signed(EMERGENCY, registry.pauseId(urgent));
        registry.anchorPause(urgent, list);
        anchor(aLiftOf(urgent));
        vm.warp(NOW + STAGGER + RAMP);
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.EmergencyDisarmed.selector));
        registry.anchorPause(urgent, list);
        deleteEmergency();
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 0, 1));
        registry.anchorPause(urgent, list);
        rotateTo(EMERGENCY, keysOf("bob"));
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 0, 2));
        registry.anchorPause(urgent, list);
        urgent.epoch = 2;
        refused(urgent, _notRising(urgent.proposedAt + 1));
    }

    /// @notice An older certificate, never anchored, of the same slot: the younger one has overtaken it for good.
    function test_notByAnElderThatWasHeldBack() public {
        IPauseRegistry.Pause memory elder = aPause();
        elder.proposedAt = pause.proposedAt - 1;
        elder.anchorBy = elder.proposedAt + 30 days;
        elder.expiresAt = uint48(NOW + 20 days);
        IPauseRegistry.Signature[] memory list = signed(STANDING, registry.pauseId(elder));
        vm.warp(over);
        vm.expectRevert(_notRising(pause.proposedAt));
        registry.anchorPause(elder, list);
    }

    function test_notALiftedDrillEither() public {
        IPauseRegistry.Pause memory drill = aDrill();
        IPauseRegistry.Signature[] memory list = signed(STANDING, registry.pauseId(drill));
        registry.anchorPause(drill, list);
        anchor(aLiftOf(drill));
        vm.expectRevert(_notRising(drill.proposedAt + 1));
        registry.anchorPause(drill, list);
    }

    function testFuzz_neverAtAnyTime(uint256 elapsed, bool lifted) public {
        if (lifted) anchor(aLiftOf(pause));
        vm.warp(NOW + bound(elapsed, 0, 1_000 days));
        (bool ok,) = address(registry).call(abi.encodeCall(registry.anchorPause, (pause, certificate)));
        vm.assertFalse(ok);
        vm.assertEq(registry.sequence(), lifted ? 2 : 1);
    }

    function _refused(bytes memory reason) private {
        vm.expectRevert(reason);
        registry.anchorPause(pause, certificate);
    }

    function _earliest() private view returns (uint256) {
        return block.timestamp + LEAD + RAMP;
    }

    function _occupied(uint256 until) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.SlotOccupied.selector, 0, until);
    }

    /// @dev Proposed a second before what stands against them.
    function _notRising(uint256 latest) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.ProposedAtNotRising.selector, latest - 1, latest);
    }
}
