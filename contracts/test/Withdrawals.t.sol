// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice A withdrawal voids what was proposed for its slot before it, and nothing else.
contract WithdrawalsTest is RegistryTest {
    function test_aPauseProposedBeforeItNeverAnchors() public {
        IPauseRegistry.Pause memory regretted = aPause();
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, 0);
        withdraw.proposedAt = regretted.proposedAt;
        anchor(withdraw);
        refused(regretted, _notRising(regretted.proposedAt, withdraw.proposedAt));
        vm.assertEq(registry.activePauses().length, 0);
        regretted.proposedAt++;
        anchor(regretted);
    }

    function test_aLiftProposedBeforeItNeverAnchors() public {
        IPauseRegistry.Pause memory pause = aPause();
        anchor(pause);
        IPauseRegistry.Lift memory regretted = aLiftOf(pause);
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, 0);
        withdraw.proposedAt = regretted.proposedAt;
        anchor(withdraw);
        refused(regretted, _notRising(regretted.proposedAt, withdraw.proposedAt));
        regretted.proposedAt++;
        anchor(regretted);
    }

    function test_whatIsAnchoredStaysAsItIs() public {
        IPauseRegistry.Pause memory pause = aDrill();
        bytes32 id = anchor(pause);
        IPauseRegistry.ActivePause memory expected = registry.activePauses()[0];
        expected.latestProposedAt = uint48(NOW);
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, pause.slot);
        anchor(withdraw);
        vm.assertEq(registry.activePauses()[0].pauseId, id);
        vm.assertEq(abi.encode(registry.activePauses()[0]), abi.encode(expected));
    }

    function test_otherSlotsDoNotKnowOfIt() public {
        anchor(aWithdrawal(STANDING, 1));
        anchor(aPause());
    }

    function test_itIsAnEntryOfTheLog() public {
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, 3);
        bytes32 id = registry.withdrawId(withdraw);
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, id);
        bytes32 head = keccak256(abi.encodePacked(registry.head(), id, uint48(NOW)));
        vm.expectEmit(address(registry));
        emit IPauseRegistry.WithdrawAnchored(id, 1, uint48(NOW), head, withdraw, signatures);
        registry.anchorWithdraw(withdraw, signatures);
        vm.assertEq(registry.head(), head);
        vm.assertEq(registry.sequence(), 1);
    }

    function test_everyFieldIsSigned() public {
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.withdrawId(aWithdrawal(STANDING, 3)));
        IPauseRegistry.Withdraw[4] memory altered;
        for (uint256 i = 0; i < altered.length; i++) {
            altered[i] = aWithdrawal(STANDING, 3);
        }
        altered[0].slot++;
        altered[1].proposedAt--;
        altered[2].anchorBy--;
        altered[3].reasonHash = keccak256("others");
        for (uint256 i = 0; i < altered.length; i++) {
            vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
            registry.anchorWithdraw(altered[i], signatures);
        }
        registry.anchorWithdraw(aWithdrawal(STANDING, 3), signatures);
    }

    function test_itIsAnchoredOnce() public {
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, 0);
        anchor(withdraw);
        refused(withdraw, _notRising(withdraw.proposedAt, withdraw.proposedAt));
    }

    function test_aMandateIsStandingOrEmergency() public {
        refused(aWithdrawal(2, 0), abi.encodeWithSelector(IPauseRegistry.UnknownMandate.selector, 2, 1));
    }

    function test_theEpochIsTheMandatesCurrentOne() public {
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, 0);
        withdraw.epoch = 1;
        refused(withdraw, abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 1, 0));
    }

    function test_proposedAtIsNotInTheFuture() public {
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, 0);
        withdraw.proposedAt = uint48(NOW + 1);
        refused(withdraw, abi.encodeWithSelector(IPauseRegistry.ProposedInFuture.selector, NOW + 1, NOW));
    }

    function test_anchorByHasNotPassed() public {
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, 0);
        withdraw.anchorBy = uint48(NOW - 1);
        refused(withdraw, abi.encodeWithSelector(IPauseRegistry.AnchorByPassed.selector, NOW - 1, NOW));
        withdraw.anchorBy = uint48(NOW);
        anchor(withdraw);
    }

    function test_aCertificateLivesThirtyDaysAtMost() public {
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(STANDING, 0);
        uint256 latest = withdraw.proposedAt + 30 days;
        withdraw.anchorBy = uint48(latest + 1);
        refused(withdraw, abi.encodeWithSelector(IPauseRegistry.AnchorByTooLate.selector, latest + 1, latest));
        withdraw.anchorBy = uint48(latest);
        anchor(withdraw);
    }

    function test_standingWithdrawsInEverySlotAndInNoOther() public {
        for (uint8 slot = 0; slot < 16; slot++) {
            anchor(aWithdrawal(STANDING, slot));
        }
        refused(aWithdrawal(STANDING, 16), abi.encodeWithSelector(IPauseRegistry.SlotOutOfRange.selector, 16, 0, 15));
    }

    function test_emergencyWithdrawsOnlyInItsOwnSlots() public {
        for (uint8 slot = 0; slot < 12; slot++) {
            refused(
                aWithdrawal(EMERGENCY, slot),
                abi.encodeWithSelector(IPauseRegistry.SlotOutOfRange.selector, slot, 12, 15)
            );
        }
        for (uint8 slot = 12; slot < 16; slot++) {
            anchor(aWithdrawal(EMERGENCY, slot));
        }
    }

    /// @notice Otherwise EMERGENCY could void every lift by which STANDING would end its pause.
    function test_emergencyWithdrawsNothingWhileItsPauseRuns() public {
        IPauseRegistry.Pause memory urgent = anEmergencyPause();
        anchor(urgent);
        uint256 free = uint256(urgent.expiresAt) + STAGGER + RAMP;
        IPauseRegistry.Withdraw memory withdraw = aWithdrawal(EMERGENCY, urgent.slot);
        withdraw.anchorBy = withdraw.proposedAt + 30 days;
        refused(withdraw, abi.encodeWithSelector(IPauseRegistry.SlotOccupied.selector, urgent.slot, free));
        anchor(aWithdrawal(STANDING, urgent.slot));
        withdraw.proposedAt = uint48(NOW + 1);
        withdraw.anchorBy = withdraw.proposedAt + 30 days;
        vm.warp(free - 1);
        refused(withdraw, abi.encodeWithSelector(IPauseRegistry.SlotOccupied.selector, urgent.slot, free));
        vm.warp(free);
        anchor(withdraw);
    }

    function test_emergencyNeedsNoShotAndLosesNone() public {
        anchor(aWithdrawal(EMERGENCY, 12));
        vm.assertTrue(registry.emergencyArmed());
        anchor(anEmergencyPauseAfter(NOW));
        anchor(aWithdrawal(EMERGENCY, 13));
        vm.assertFalse(registry.emergencyArmed());
    }

    function anEmergencyPauseAfter(uint256 time) private view returns (IPauseRegistry.Pause memory pause) {
        pause = anEmergencyPause();
        pause.slot = 14;
        pause.proposedAt = uint48(time);
    }

    function _notRising(uint256 proposedAt, uint256 latest) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.ProposedAtNotRising.selector, proposedAt, latest);
    }
}
