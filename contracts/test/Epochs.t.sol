// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {Schnorr} from "./support/Schnorr.sol";

/// @notice What a rotation leaves behind: a new epoch, new keys, an armed or an absent EMERGENCY, and nothing else.
contract EpochsTest is RegistryTest {
    function test_aRotationVoidsWhatItsTargetHasSigned() public {
        IPauseRegistry.Pause memory pause = aPause();
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(pause));
        rotateTo(STANDING, keysOf("alice"));
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 0, 1));
        registry.anchorPause(pause, signatures);
    }

    function test_aRotationLeavesWhatTheOtherMandateHasSigned() public {
        IPauseRegistry.Pause memory urgent = anEmergencyPause();
        IPauseRegistry.Signature[] memory signatures = signed(EMERGENCY, registry.pauseId(urgent));
        rotateTo(STANDING, keysOf("carol"));
        registry.anchorPause(urgent, signatures);
        IPauseRegistry.Pause memory pause = _inEpoch(aPause(), 1);
        signatures = signed(STANDING, registry.pauseId(pause));
        rotateTo(EMERGENCY, keysOf("dave"));
        registry.anchorPause(pause, signatures);
    }

    function test_oldKeysDecideNothingMore() public {
        Schnorr.Key[] memory old = standingKeys;
        rotateTo(STANDING, keysOf("carol"));
        IPauseRegistry.Pause memory pause = _inEpoch(aPause(), 1);
        IPauseRegistry.Signature[] memory signatures = signedBy(old, registry.pauseId(pause));
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        registry.anchorPause(pause, signatures);
        anchor(pause);
    }

    function test_aRotationCannotBeRepeated() public {
        IPauseRegistry.Rotate memory rotate = aRotation(EMERGENCY, keysOf("carol"));
        IPauseRegistry.Signature[] memory signatures = signedBy(signersOf(keysOf("carol")), registry.rotateId(rotate));
        registry.anchorRotate(rotate, signatures);
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.WrongTargetEpoch.selector, 0, 1));
        registry.anchorRotate(rotate, signatures);
    }

    function test_ofTwoRotationsSignedForOneEpochOneCounts() public {
        IPauseRegistry.Rotate memory first = aRotation(STANDING, keysOf("carol"));
        IPauseRegistry.Rotate memory second = aRotation(EMERGENCY, keysOf("dave"));
        IPauseRegistry.Signature[] memory signatures = signedBy(signersOf(keysOf("dave")), registry.rotateId(second));
        anchor(first, keysOf("carol"));
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 0, 1));
        registry.anchorRotate(second, signatures);
    }

    function test_aRotationVoidsARenewalToo() public {
        deployWithLicence();
        vm.warp(NOW + 2 days);
        IPauseRegistry.Renew memory renew = aRenewal();
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.renewId(renew));
        rotateTo(STANDING, keysOf("alice"));
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 0, 1));
        registry.anchorRenew(renew, signatures);
        anchor(aRenewal());
    }

    function test_epochsCountDeletionsAndAreNeverReset() public {
        for (uint32 round = 0; round < 4; round++) {
            vm.assertEq(registry.epoch(EMERGENCY), 2 * round);
            deleteEmergency();
            vm.assertEq(registry.epoch(EMERGENCY), 2 * round + 1);
            rotateTo(EMERGENCY, keysOf("bob"));
        }
        vm.assertEq(registry.epoch(STANDING), 0);
    }

    function test_anAbsentEmergencyMayBeDeletedAgain() public {
        deleteEmergency();
        deleteEmergency();
        vm.assertEq(registry.epoch(EMERGENCY), 2);
        vm.assertFalse(registry.emergencyArmed());
    }

    function test_anEmergencyThatNeverWasIsMadeByARotation() public {
        delete emergencyKeys;
        deploy();
        vm.assertFalse(registry.emergencyArmed());
        rotateTo(EMERGENCY, keysOf("bob"));
        vm.assertTrue(registry.emergencyArmed());
        anchor(_inEpoch(anEmergencyPause(), 1));
    }

    function test_deletedItDecidesNothing() public {
        deleteEmergency();
        vm.assertFalse(registry.emergencyArmed());
        IPauseRegistry.Pause memory urgent = _inEpoch(anEmergencyPause(), 1);
        refused(urgent, abi.encodeWithSelector(IPauseRegistry.EmergencyDisarmed.selector));
        (urgent.drill, urgent.slot) = (true, 15);
        refused(urgent, abi.encodeWithSelector(IPauseRegistry.WrongSignatureCount.selector, 0, 0));
    }

    function test_itsRunningPauseOutlivesItAndStandingMayLiftIt() public {
        IPauseRegistry.Pause memory urgent = anEmergencyPause();
        anchor(urgent);
        deleteEmergency();
        vm.assertEq(registry.activePauses().length, 1);
        vm.assertEq(registry.activePauses()[0].liftedAt, NEVER);
        IPauseRegistry.Lift memory lift = aLiftOf(urgent);
        lift.epoch = 1;
        refused(lift, abi.encodeWithSelector(IPauseRegistry.WrongSignatureCount.selector, 0, 0));
        (lift.mandate, lift.epoch) = (STANDING, 0);
        anchor(lift);
        vm.assertEq(registry.activePauses().length, 0);
    }

    function test_aSuccessorLiftsWhatItsPredecessorDecided() public {
        IPauseRegistry.Pause memory urgent = anEmergencyPause();
        anchor(urgent);
        rotateTo(EMERGENCY, keysOf("carol"));
        IPauseRegistry.Lift memory lift = aLiftOf(urgent);
        lift.epoch = 1;
        anchor(lift);
        vm.assertEq(registry.activePauses().length, 0);
    }

    function test_aRotationArmsASpentEmergencyForOneShotMore() public {
        anchor(anEmergencyPause());
        vm.assertFalse(registry.emergencyArmed());
        rotateTo(EMERGENCY, keysOf("bob"));
        vm.assertTrue(registry.emergencyArmed());
        IPauseRegistry.Pause memory second = _inEpoch(anEmergencyPause(), 1);
        second.slot = 13;
        anchor(second);
        vm.assertFalse(registry.emergencyArmed());
        second.slot = 14;
        refused(second, abi.encodeWithSelector(IPauseRegistry.EmergencyDisarmed.selector));
    }

    function test_aRotationOfAnArmedEmergencyGivesNoSecondShot() public {
        rotateTo(EMERGENCY, keysOf("bob"));
        anchor(_inEpoch(anEmergencyPause(), 1));
        vm.assertFalse(registry.emergencyArmed());
    }

    function test_aRotationOfStandingArmsAndDisarmsNothing() public {
        rotateTo(STANDING, keysOf("carol"));
        vm.assertTrue(registry.emergencyArmed());
        anchor(anEmergencyPause());
        rotateTo(STANDING, keysOf("alice"));
        vm.assertFalse(registry.emergencyArmed());
        vm.assertEq(registry.epoch(STANDING), 2);
        vm.assertEq(registry.epoch(EMERGENCY), 0);
    }

    function test_aRotationFreesNoSlotAndRevivesNothing() public {
        IPauseRegistry.Pause memory pause = aPause();
        anchor(pause);
        rotateTo(STANDING, keysOf("carol"));
        IPauseRegistry.Pause memory next = _inEpoch(aPause(), 1);
        next.proposedAt = uint48(NOW);
        uint256 end = uint256(pause.expiresAt) + STAGGER + RAMP;
        refused(next, abi.encodeWithSelector(IPauseRegistry.SlotOccupied.selector, 0, end));
        vm.warp(end);
        next = _inEpoch(aPause(), 1);
        next.proposedAt = pause.proposedAt;
        next.anchorBy = uint48(end);
        refused(
            next,
            abi.encodeWithSelector(IPauseRegistry.ProposedAtNotRising.selector, pause.proposedAt, pause.proposedAt)
        );
    }

    function test_theLicenceRunsOnAsItWas() public {
        uint48 until = registry.operatingUntil();
        rotateTo(STANDING, keysOf("carol"));
        deleteEmergency();
        vm.assertEq(registry.operatingUntil(), until);
    }

    function test_noKeyStaysBehindInStorage() public {
        Schnorr.Key[] memory two = keysOf("carol", "dave");
        rotateTo(STANDING, two);
        rotateTo(EMERGENCY, keysOf("erin", "frank"));
        rotateTo(STANDING, keysOf("alice"));
        deleteEmergency();
        for (uint256 slot = 34; slot < 64; slot++) {
            bool firstOfStanding = slot == 34 || slot == 44 || slot == 54;
            vm.assertTrue((vm.load(address(registry), bytes32(slot)) != 0) == firstOfStanding);
        }
    }

    function test_afterTheLastEpochOfAllNothingRotates() public {
        // epochs stand in bits 192..223 of the ledger, word 1
        bytes32 ledger = vm.load(address(registry), bytes32(uint256(1)));
        vm.store(address(registry), bytes32(uint256(1)), ledger | bytes32(uint256(type(uint32).max) << 192));
        vm.assertEq(registry.epoch(EMERGENCY), type(uint32).max);
        refused(aRotation(EMERGENCY, keysOf("carol")), keysOf("carol"), abi.encodeWithSignature("Panic(uint256)", 0x11));
    }

    function _inEpoch(IPauseRegistry.Pause memory pause, uint32 epoch)
        private
        pure
        returns (IPauseRegistry.Pause memory)
    {
        pause.epoch = epoch;
        return pause;
    }
}
