// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {Vm} from "./support/Vm.sol";

/// @notice The log can be rebuilt from events alone, and its head is a hash chain over all of it.
contract LogTest is RegistryTest {
    function test_headAndSequenceFollowEveryDecision() public {
        bytes32 head = registry.head();
        IPauseRegistry.Pause memory pause = aPause();
        head = _next(head, anchor(pause), NOW);
        _stands(head, 1);
        vm.warp(NOW + 77);
        head = _next(head, anchor(aLiftOf(pause)), NOW + 77);
        _stands(head, 2);
        head = _next(head, anchor(aDrill()), NOW + 77);
        _stands(head, 3);
        head = _next(head, anchor(anEmergencyPause()), NOW + 77);
        _stands(head, 4);
    }

    function test_aRefusedDecisionLeavesNoTrace() public {
        bytes32 head = registry.head();
        IPauseRegistry.Pause memory pause = aPause();
        pause.ceilingBps = 1;
        refused(pause, abi.encodeWithSelector(IPauseRegistry.CeilingOutOfRange.selector, 1, 100, 9_999));
        _stands(head, 0);
        vm.assertEq(registry.activePauses().length, 0);
    }

    function test_theEventCarriesThePauseAndItsCertificate() public {
        IPauseRegistry.Pause memory pause = aPause();
        _carries(pause);
    }

    function testFuzz_theEventCarriesThePauseWithAnyNumberOfRegions(uint256 count) public {
        IPauseRegistry.Pause memory pause = aPause();
        pause.scope.regions = new uint16[](bound(count, 0, 32));
        for (uint16 i = 0; i < pause.scope.regions.length; i++) {
            pause.scope.regions[i] = i + 1;
        }
        _carries(pause);
    }

    function test_theEventCarriesTheLiftAndItsCertificate() public {
        IPauseRegistry.Pause memory pause = aPause();
        anchor(pause);
        IPauseRegistry.Lift memory lift = aLiftOf(pause);
        bytes32 id = registry.liftId(lift);
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, id);
        bytes32 head = _next(registry.head(), id, NOW);
        vm.expectEmit(address(registry));
        emit IPauseRegistry.LiftAnchored(id, 2, uint48(NOW), head, lift, signatures);
        registry.anchorLift(lift, signatures);
    }

    /// @dev Compares with the compiler's own encoding of the same event, bit by bit.
    function _carries(IPauseRegistry.Pause memory pause) private {
        bytes32 id = registry.pauseId(pause);
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, id);
        bytes32 head = _next(registry.head(), id, NOW);
        vm.expectEmit(address(registry));
        emit IPauseRegistry.PauseAnchored(id, 1, uint48(NOW), head, pause, signatures);
        vm.recordLogs();
        registry.anchorPause(pause, signatures);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs[logs.length - 1].data, abi.encode(uint48(NOW), head, pause, signatures));
    }

    function _next(bytes32 head, bytes32 id, uint256 anchoredAt) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(head, id, uint48(anchoredAt)));
    }

    function _stands(bytes32 head, uint64 sequence) private view {
        vm.assertEq(registry.head(), head);
        vm.assertEq(vm.load(address(registry), 0), head, "head is in storage slot 0");
        vm.assertEq(registry.sequence(), sequence);
    }
}
