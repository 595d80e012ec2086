// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice Where everything is in storage, as docs/invariants.md says: proofs by EIP-1186 are read by these places.
/// The compiler's own account of it is compared with published/PauseRegistry.storage.json in every build.
contract StorageTest is RegistryTest {
    function test_theHeadIsInSlotZero() public {
        vm.assertEq(_at(0), registry.head());
        anchor(aPause());
        vm.assertEq(_at(0), registry.head());
    }

    function test_theLedgerIsInSlotOne() public {
        anchor(aPause());
        anchor(anEmergencyPause());
        rotateTo(STANDING, keysOf("alice", "carol"));
        uint256 ledger = uint256(_at(1));
        vm.assertEq(uint64(ledger), 3, "sequence");
        vm.assertEq(uint48(ledger >> 64), NOW + 604_800, "operatingUntil");
        vm.assertEq(uint16(ledger >> 112), 0, "unused");
        vm.assertEq(uint64(ledger >> 128), 1 | 2 << 32 | _oddKeys() << 40 | 3 << 48, "STANDING");
        vm.assertEq(uint64(ledger >> 192), 1 << 32 | (emergencyKeys[0].y & 1) << 40 | 1 << 48, "EMERGENCY, disarmed");
        rotateTo(EMERGENCY, keysOf("bob"));
        uint256 armed = 1 | 1 << 32 | (emergencyKeys[0].y & 1) << 40 | 1 << 48 | 1 << 56;
        vm.assertEq(uint256(_at(1)) >> 192, armed, "EMERGENCY, armed");
    }

    function test_slotsArePairsOfWordsFromTwoOn() public {
        bytes32 genesis = registry.head();
        IPauseRegistry.Pause memory pause = aPause();
        pause.slot = 7;
        bytes32 id = anchor(pause);
        for (uint256 slot = 0; slot < 16; slot++) {
            vm.assertEq(_at(2 + 2 * slot), slot == 7 ? id : genesis);
            if (slot != 7) vm.assertEq(uint256(_at(3 + 2 * slot)), uint256(NEVER) << 96);
        }
        uint256 tail = STAGGER + RAMP;
        uint256 start = uint256(pause.effectiveAt) << 193;
        uint256 taken = _occupancy(pause.proposedAt, pause.expiresAt, NEVER, pause.expiresAt + tail, 0) | start;
        vm.assertEq(uint256(_at(17)), taken);
        vm.warp(NOW + 5_000);
        IPauseRegistry.Lift memory lift = aLiftOf(pause);
        anchor(lift);
        taken = _occupancy(lift.proposedAt, pause.expiresAt, NOW + 5_000, NOW + 5_000 + tail, 0) | start;
        vm.assertEq(uint256(_at(17)), taken);
        anchor(aWithdrawal(STANDING, 7));
        taken = _occupancy(NOW + 5_000, pause.expiresAt, NOW + 5_000, NOW + 5_000 + tail, 0) | start;
        vm.assertEq(uint256(_at(17)), taken, "a withdrawal changes latestProposedAt alone");
        pause = aDrill();
        anchor(pause);
        start = uint256(pause.effectiveAt) << 193;
        vm.assertEq(uint256(_at(23)), _occupancy(pause.proposedAt, pause.expiresAt, NEVER, pause.expiresAt, 1) | start);
        lift = aLiftOf(pause);
        anchor(lift);
        uint256 now_ = NOW + 5_000;
        taken = _occupancy(lift.proposedAt, pause.expiresAt, now_, now_, 1) | start;
        vm.assertEq(uint256(_at(23)), taken, "a drill still");
    }

    function test_keysAndRostersFollow() public {
        rotateTo(STANDING, keysOf("alice", "carol"));
        IPauseRegistry.Committee[] memory standing = registry.committees(STANDING);
        for (uint256 i = 0; i < 2; i++) {
            vm.assertEq(uint256(_at(34 + i)), standing[i].x);
            vm.assertEq(uint256(_at(44 + i)), standing[i].y);
            vm.assertEq(_at(54 + i), standing[i].roster);
        }
        IPauseRegistry.Committee memory bob = registry.committees(EMERGENCY)[0];
        vm.assertEq(uint256(_at(39)), bob.x);
        vm.assertEq(uint256(_at(49)), bob.y);
        vm.assertEq(_at(59), bob.roster);
    }

    function test_nothingIsBeyondSlotSixtyThree() public {
        rotateTo(STANDING, keysOf("alice", "carol"));
        anchor(anEmergencyPause());
        for (uint256 slot = 64; slot < 128; slot++) {
            vm.assertEq(uint256(_at(slot)), 0);
        }
    }

    function _oddKeys() private view returns (uint256) {
        return (standingKeys[0].y & 1) | (standingKeys[1].y & 1) << 1;
    }

    function _occupancy(uint256 proposedAt, uint256 expiresAt, uint256 liftedAt, uint256 freeAt, uint256 drill)
        private
        pure
        returns (uint256)
    {
        return proposedAt | expiresAt << 48 | liftedAt << 96 | freeAt << 144 | drill << 192;
    }

    function _at(uint256 slot) private view returns (bytes32) {
        return vm.load(address(registry), bytes32(slot));
    }
}
