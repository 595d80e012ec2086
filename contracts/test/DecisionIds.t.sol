// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice Ids agree with an implementation of EIP-712 from elsewhere (test/vectors/generate.js).
contract DecisionIdsTest is RegistryTest {
    string private json;

    function setUp() public override {
        super.setUp();
        json = vm.readFile("test/vectors/decision-ids.json");
    }

    function test_idsOfPausesAgree() public {
        uint256 count;
        for (; vm.keyExistsJson(json, _at("pauses", count, "")); count++) {
            _moveTo("pauses", count);
            IPauseRegistry.Pause memory pause = _pause(_at("pauses", count, ".pause"));
            vm.assertEq(registry.pauseId(pause), vm.parseJsonBytes32(json, _at("pauses", count, ".id")));
        }
        vm.assertEq(count, 40);
    }

    function test_idsOfLiftsAgree() public {
        uint256 count;
        for (; vm.keyExistsJson(json, _at("lifts", count, "")); count++) {
            _moveTo("lifts", count);
            IPauseRegistry.Lift memory lift = _lift(_at("lifts", count, ".lift"));
            vm.assertEq(registry.liftId(lift), vm.parseJsonBytes32(json, _at("lifts", count, ".id")));
        }
        vm.assertEq(count, 40);
    }

    /// @dev Puts the registry's code at the vector's address, on the vector's chain.
    function _moveTo(string memory list, uint256 index) private {
        address place = vm.parseJsonAddress(json, _at(list, index, ".registry"));
        vm.chainId(_uint(_at(list, index, ".chainId")));
        vm.etch(place, address(registry).code);
        registry = IPauseRegistry(place);
    }

    function _pause(string memory path) private view returns (IPauseRegistry.Pause memory pause) {
        pause.mandate = uint8(_uint(string.concat(path, ".mandate")));
        pause.epoch = uint32(_uint(string.concat(path, ".epoch")));
        pause.slot = uint8(_uint(string.concat(path, ".slot")));
        pause.ceilingBps = uint16(_uint(string.concat(path, ".ceilingBps")));
        pause.effectiveAt = uint48(_uint(string.concat(path, ".effectiveAt")));
        pause.expiresAt = uint48(_uint(string.concat(path, ".expiresAt")));
        pause.rampSeconds = uint32(_uint(string.concat(path, ".rampSeconds")));
        pause.staggerSeconds = uint32(_uint(string.concat(path, ".staggerSeconds")));
        pause.scope = _scope(string.concat(path, ".scope"));
        pause.drill = vm.parseJsonBool(json, string.concat(path, ".drill"));
        pause.proposedAt = uint48(_uint(string.concat(path, ".proposedAt")));
        pause.anchorBy = uint48(_uint(string.concat(path, ".anchorBy")));
        pause.reasonHash = vm.parseJsonBytes32(json, string.concat(path, ".reasonHash"));
    }

    function _scope(string memory path) private view returns (IPauseRegistry.Scope memory scope) {
        uint256[] memory regions = vm.parseJsonUintArray(json, string.concat(path, ".regions"));
        scope.regions = new uint16[](regions.length);
        for (uint256 i = 0; i < regions.length; i++) {
            scope.regions[i] = uint16(regions[i]);
        }
        scope.hardwareClasses = uint8(_uint(string.concat(path, ".hardwareClasses")));
        scope.minPeakPflops = uint64(_uint(string.concat(path, ".minPeakPflops")));
    }

    function _lift(string memory path) private view returns (IPauseRegistry.Lift memory lift) {
        lift.mandate = uint8(_uint(string.concat(path, ".mandate")));
        lift.epoch = uint32(_uint(string.concat(path, ".epoch")));
        lift.slot = uint8(_uint(string.concat(path, ".slot")));
        lift.pauseId = vm.parseJsonBytes32(json, string.concat(path, ".pauseId"));
        lift.proposedAt = uint48(_uint(string.concat(path, ".proposedAt")));
        lift.anchorBy = uint48(_uint(string.concat(path, ".anchorBy")));
        lift.reasonHash = vm.parseJsonBytes32(json, string.concat(path, ".reasonHash"));
    }

    function _uint(string memory path) private view returns (uint256) {
        return vm.parseJsonUint(json, path);
    }

    function _at(string memory list, uint256 index, string memory rest) private pure returns (string memory) {
        return string.concat(".", list, "[", vm.toString(index), "]", rest);
    }
}
