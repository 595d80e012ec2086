// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "../test/support/RegistryTest.sol";
import {Schnorr} from "../test/support/Schnorr.sol";
import {ISafe} from "./ISafe.sol";

/// @notice What anchoring a pause in four regions costs, as a whole transaction under Prague rules, beside the same
/// contract without its signature check, called by anyone and called by a Safe 1.4.1 whose owners all sign. Slots are
/// in use before, and the Safe has signed before: the steady state of both.
/// forge-config: default.isolate = true
contract GasReport is RegistryTest {
    IPauseRegistry private unchecked_;

    function setUp() public override {
        super.setUp();
        unchecked_ = _withoutCheck();
    }

    function test_report() public {
        vm.snapshotValue("gas", "00 softpause, 1 committee", _softpause(1));
        vm.snapshotValue("gas", "01 softpause, 2 committees", _softpause(2));
        vm.snapshotValue("gas", "02 softpause, 3 committees", _softpause(3));
        vm.snapshotValue("gas", "03 softpause, 4 committees", _softpause(4));
        vm.snapshotValue("gas", "04 softpause, 5 committees", _softpause(5));
        vm.snapshotValue("gas", "05 without the signature check, 1 signature carried", _uncheckedCall(1));
        vm.snapshotValue("gas", "06 without the signature check, no signature carried", _uncheckedCall(0));
        vm.snapshotValue("gas", "07 safe, 3 owners", _safe(3));
        vm.snapshotValue("gas", "08 safe, 7 owners", _safe(7));
        vm.snapshotValue("gas", "09 safe, 14 owners", _safe(14));
        vm.snapshotValue("gas", "10 safe, 67 owners", _safe(67));
    }

    function _softpause(uint256 committees) private returns (uint256) {
        delete standingKeys;
        for (uint256 i = 0; i < committees; i++) {
            standingKeys.push(Schnorr.keyOf(1_000 + i));
        }
        sortByX(standingKeys);
        deploy();
        anchor(_pause(0));
        IPauseRegistry.Pause memory pause = _pause(1);
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(pause));
        return _cost(address(registry), abi.encodeCall(registry.anchorPause, (pause, signatures)));
    }

    function _uncheckedCall(uint256 signatures) private returns (uint256) {
        vm.warp(block.timestamp + 400_000);
        unchecked_.anchorPause(_pause(0), new IPauseRegistry.Signature[](0));
        IPauseRegistry.Pause memory pause = _pause(1);
        IPauseRegistry.Signature[] memory list = new IPauseRegistry.Signature[](0);
        if (signatures > 0) list = signedBy(keysOf("alice"), unchecked_.pauseId(pause));
        return _cost(address(unchecked_), abi.encodeCall(unchecked_.anchorPause, (pause, list)));
    }

    function _safe(uint256 owners) private returns (uint256) {
        (ISafe safe, uint256[] memory keys) = _newSafe(owners);
        vm.warp(block.timestamp + 400_000);
        _cost(address(safe), _execution(safe, keys, _pause(0)));
        return _cost(address(safe), _execution(safe, keys, _pause(1)));
    }

    /// @dev The pause that follows by so many slots' terms, in the same slot.
    function _pause(uint256 turn) private returns (IPauseRegistry.Pause memory pause) {
        if (turn > 0) vm.warp(block.timestamp + 200_000);
        return aPause();
    }

    function _execution(ISafe safe, uint256[] memory keys, IPauseRegistry.Pause memory pause)
        private
        view
        returns (bytes memory)
    {
        bytes memory call_ = abi.encodeCall(unchecked_.anchorPause, (pause, new IPauseRegistry.Signature[](0)));
        bytes32 digest = _digest(safe, call_);
        bytes memory signatures;
        for (uint256 i = 0; i < keys.length; i++) {
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[i], digest);
            signatures = abi.encodePacked(signatures, r, s, v);
        }
        address payable none = payable(address(0));
        return abi.encodeCall(safe.execTransaction, (address(unchecked_), 0, call_, 0, 0, 0, 0, none, none, signatures));
    }

    function _digest(ISafe safe, bytes memory call_) private view returns (bytes32) {
        uint256 nonce = safe.nonce();
        address none = address(0);
        return safe.getTransactionHash(address(unchecked_), 0, call_, 0, 0, 0, 0, none, none, nonce);
    }

    /// @dev A proxy to the singleton, as every Safe is, with owners that must all sign, ascending by address.
    function _newSafe(uint256 owners) private returns (ISafe safe, uint256[] memory keys) {
        keys = new uint256[](owners);
        address[] memory accounts = new address[](owners);
        for (uint256 i = 0; i < owners; i++) {
            address account = vm.createWallet(i + 1).addr;
            uint256 place = i;
            for (; place > 0 && accounts[place - 1] > account; place--) {
                (accounts[place], keys[place]) = (accounts[place - 1], keys[place - 1]);
            }
            (accounts[place], keys[place]) = (account, i + 1);
        }
        string memory built = "node_modules/@safe-global/safe-contracts/build/artifacts/contracts/";
        address singleton = _create(string.concat(built, "Safe.sol/Safe.json"), "");
        string memory proxy = string.concat(built, "proxies/SafeProxy.sol/SafeProxy.json");
        safe = ISafe(_create(proxy, abi.encode(singleton)));
        safe.setup(accounts, owners, address(0), "", address(0), address(0), 0, payable(address(0)));
    }

    /// @dev The registry compiled from the same source less the body of one function (report/run).
    function _withoutCheck() private returns (IPauseRegistry) {
        bytes memory arguments = abi.encode(parameters(), bodies(standingKeys), bodies(emergencyKeys));
        return IPauseRegistry(_create("target/gas/WithoutCheck.json", arguments));
    }

    function _create(string memory path, bytes memory arguments) private returns (address created) {
        bytes memory code = abi.encodePacked(vm.parseJsonBytes(vm.readFile(path), ".bytecode"), arguments);
        assembly ("memory-safe") {
            created := create(0, add(code, 32), mload(code))
        }
        vm.assertTrue(created != address(0));
    }

    function _cost(address target, bytes memory data) private returns (uint256) {
        (bool ok,) = target.call(data);
        vm.assertTrue(ok);
        return vm.lastCallGas().gasTotalUsed;
    }
}
