// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {Everyone} from "./support/Everyone.sol";
import {Test} from "./support/Test.sol";

/// @notice What holds after every sequence of calls by anyone with any keys (docs/invariants.md, by number).
contract InvariantsTest is Test {
    Everyone private everyone;
    IPauseRegistry private registry;

    function setUp() public {
        everyone = new Everyone();
        everyone.begin();
        registry = everyone.target();
    }

    /// @notice Forge asks for the contracts and the functions to call.
    function targetContracts() external view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(everyone);
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// @dev Waiting is as likely as two kinds of decisions, so that pauses end.
    function targetSelectors() external view returns (FuzzSelector[] memory list) {
        bytes4[] memory selectors = new bytes4[](8);
        selectors[0] = Everyone.wait.selector;
        selectors[1] = Everyone.decidePause.selector;
        selectors[2] = Everyone.decideLift.selector;
        selectors[3] = Everyone.decideRenewal.selector;
        selectors[4] = Everyone.decideRotation.selector;
        selectors[5] = Everyone.handInHeld.selector;
        selectors[6] = Everyone.forgeLift.selector;
        selectors[7] = Everyone.decideWithdrawal.selector;
        list = new FuzzSelector[](1);
        list[0] = FuzzSelector(address(everyone), selectors);
    }

    event log_named_uint(string what, uint256 value);

    /// @dev Forge prints what the last run has done, so that a reader sees that something was.
    function afterInvariant() external {
        emit log_named_uint("decisions anchored in the last walk", everyone.accepted());
        emit log_named_uint("refused", everyone.refusals());
    }

    /// @notice 1, 2: the head is the chain over everything anchored, in storage slot 0, and the sequence counts it.
    function invariant_theHeadIsTheChainOverTheHistory() public view {
        bytes32 head = everyone.genesis();
        for (uint256 i = 0; i < everyone.length(); i++) {
            (bytes32 id, uint256 anchoredAt) = everyone.history(i);
            head = keccak256(abi.encodePacked(head, id, uint48(anchoredAt)));
        }
        vm.assertEq(registry.head(), head, "head");
        vm.assertEq(vm.load(address(registry), 0), head, "storage slot 0");
        vm.assertEq(registry.sequence(), everyone.length(), "sequence");
    }

    /// @notice 3: committees on the curve (checked when they were seated), ascending, one of STANDING's civil.
    function invariant_committeesAscendAndStandingIsCivil() public view {
        bool civil = false;
        for (uint8 mandate = 0; mandate < 2; mandate++) {
            IPauseRegistry.Committee[] memory list = registry.committees(mandate);
            vm.assertTrue(list.length <= 5 && (mandate == 1 || list.length > 0), "number of committees");
            for (uint256 i = 0; i < list.length; i++) {
                if (i > 0) vm.assertTrue(list[i].x > list[i - 1].x, "one body twice");
                civil = civil || (mandate == 0 && list[i].civil);
            }
        }
        vm.assertTrue(civil, "no civil body");
    }

    /// @notice 4: one shot for each time that STANDING, or the founding, has armed EMERGENCY.
    function invariant_emergencyShootsOnceForEachArming() public view {
        vm.assertTrue(registry.emergencyArmed() == everyone.armed(), "armed");
        vm.assertLe(everyone.shots() + (everyone.armed() ? 1 : 0), everyone.armings(), "more shots than armings");
        if (registry.emergencyArmed()) vm.assertTrue(registry.committees(1).length > 0, "armed and absent");
    }

    /// @notice 5: epochs count rotations, and only they do.
    function invariant_epochsCountRotations() public view {
        vm.assertEq(registry.epoch(0), everyone.epochs(0));
        vm.assertEq(registry.epoch(1), everyone.epochs(1));
    }

    /// @notice 6: the licence ends where the latest renewal has put it.
    function invariant_theLicenceEndsWhereTheLastRenewalSaid() public view {
        vm.assertEq(registry.operatingUntil(), everyone.until());
    }

    /// @notice 8 to 11: a slot is occupied by the pause that history has put there, until its last ramp, and no longer.
    function invariant_slotsHoldWhatHistorySays() public {
        vm.warp(everyone.time());
        _slotsHold();
    }

    /// @notice The same a long time later: whatever was decided is over, all by itself.
    function invariant_everyPauseEndsByItself() public {
        vm.warp(everyone.time() + 790 days);
        vm.assertEq(registry.activePauses().length, 0, "a pause without end");
    }

    /// @notice Disarmed or not, EMERGENCY outlasts its days by nothing: lead, notice and fourteen days after a call.
    function invariant_emergencyIsOverInItsDays() public {
        vm.warp(everyone.time() + 30 days + 14 days);
        IPauseRegistry.ActivePause[] memory active = registry.activePauses();
        for (uint256 i = 0; i < active.length; i++) {
            vm.assertTrue(active[i].slot < 12, "EMERGENCY outlasts its days");
        }
    }

    /// @notice 7: no ether.
    function invariant_itHoldsNoEther() public view {
        vm.assertEq(address(registry).balance, 0);
    }

    function _slotsHold() private view {
        IPauseRegistry.ActivePause[] memory active = registry.activePauses();
        uint256 next = 0;
        for (uint8 slot = 0; slot < 16; slot++) {
            (bytes32 id,, bool drill,, uint256 end, uint256 tail, bool lifted, uint256 latest) = everyone.known(slot);
            if (block.timestamp >= end + tail) continue;
            IPauseRegistry.ActivePause memory a = active[next++];
            vm.assertEq(a.slot, slot, "slot");
            vm.assertEq(a.pauseId, id, "pause");
            vm.assertTrue(a.drill == drill, "drill");
            vm.assertEq(a.lastRampEndsAt, end + tail, "last ramp");
            vm.assertEq(a.latestProposedAt, latest, "latest proposedAt");
            vm.assertTrue((a.liftedAt != type(uint48).max) == lifted, "lifted");
        }
        vm.assertEq(active.length, next, "nothing else is active");
    }
}
