// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice Ids agree with an implementation of EIP-712 from elsewhere (test/vectors/decision-ids.mjs).
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

    function test_idsOfWithdrawalsAgree() public {
        uint256 count;
        for (; vm.keyExistsJson(json, _at("withdraws", count, "")); count++) {
            _moveTo("withdraws", count);
            IPauseRegistry.Withdraw memory withdraw = _withdraw(_at("withdraws", count, ".withdraw"));
            vm.assertEq(registry.withdrawId(withdraw), vm.parseJsonBytes32(json, _at("withdraws", count, ".id")));
        }
        vm.assertEq(count, 40);
    }

    function test_idsOfRenewalsAgree() public {
        uint256 count;
        for (; vm.keyExistsJson(json, _at("renews", count, "")); count++) {
            _moveTo("renews", count);
            IPauseRegistry.Renew memory renew = _renew(_at("renews", count, ".renew"));
            vm.assertEq(registry.renewId(renew), vm.parseJsonBytes32(json, _at("renews", count, ".id")));
        }
        vm.assertEq(count, 40);
    }

    function test_idsOfRotationsAgree() public {
        uint256 count;
        for (; vm.keyExistsJson(json, _at("rotates", count, "")); count++) {
            _moveTo("rotates", count);
            IPauseRegistry.Rotate memory rotate = _rotate(_at("rotates", count, ".rotate"));
            vm.assertEq(registry.rotateId(rotate), vm.parseJsonBytes32(json, _at("rotates", count, ".id")));
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

    function _withdraw(string memory path) private view returns (IPauseRegistry.Withdraw memory withdraw) {
        withdraw.mandate = uint8(_uint(string.concat(path, ".mandate")));
        withdraw.epoch = uint32(_uint(string.concat(path, ".epoch")));
        withdraw.slot = uint8(_uint(string.concat(path, ".slot")));
        withdraw.proposedAt = uint48(_uint(string.concat(path, ".proposedAt")));
        withdraw.anchorBy = uint48(_uint(string.concat(path, ".anchorBy")));
        withdraw.reasonHash = vm.parseJsonBytes32(json, string.concat(path, ".reasonHash"));
    }

    function _renew(string memory path) private view returns (IPauseRegistry.Renew memory renew) {
        renew.mandate = uint8(_uint(string.concat(path, ".mandate")));
        renew.epoch = uint32(_uint(string.concat(path, ".epoch")));
        renew.operatingUntil = uint48(_uint(string.concat(path, ".operatingUntil")));
        renew.proposedAt = uint48(_uint(string.concat(path, ".proposedAt")));
        renew.anchorBy = uint48(_uint(string.concat(path, ".anchorBy")));
        renew.reasonHash = vm.parseJsonBytes32(json, string.concat(path, ".reasonHash"));
    }

    function _rotate(string memory path) private view returns (IPauseRegistry.Rotate memory rotate) {
        rotate.mandate = uint8(_uint(string.concat(path, ".mandate")));
        rotate.epoch = uint32(_uint(string.concat(path, ".epoch")));
        rotate.target = uint8(_uint(string.concat(path, ".target")));
        rotate.targetEpoch = uint32(_uint(string.concat(path, ".targetEpoch")));
        rotate.committees = _committees(string.concat(path, ".committees"));
        rotate.proposedAt = uint48(_uint(string.concat(path, ".proposedAt")));
        rotate.anchorBy = uint48(_uint(string.concat(path, ".anchorBy")));
        rotate.reasonHash = vm.parseJsonBytes32(json, string.concat(path, ".reasonHash"));
    }

    function _committees(string memory path) private view returns (IPauseRegistry.Committee[] memory list) {
        uint256 count;
        while (vm.keyExistsJson(json, _item(path, count, ""))) {
            count++;
        }
        list = new IPauseRegistry.Committee[](count);
        for (uint256 i = 0; i < count; i++) {
            list[i].x = uint256(vm.parseJsonBytes32(json, _item(path, i, ".x")));
            list[i].y = uint256(vm.parseJsonBytes32(json, _item(path, i, ".y")));
            list[i].civil = vm.parseJsonBool(json, _item(path, i, ".civil"));
            list[i].roster = vm.parseJsonBytes32(json, _item(path, i, ".roster"));
        }
    }

    function _uint(string memory path) private view returns (uint256) {
        return vm.parseJsonUint(json, path);
    }

    function _at(string memory list, uint256 index, string memory rest) private pure returns (string memory) {
        return _item(string.concat(".", list), index, rest);
    }

    function _item(string memory list, uint256 index, string memory rest) private pure returns (string memory) {
        return string.concat(list, "[", vm.toString(index), "]", rest);
    }
}
