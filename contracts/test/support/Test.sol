// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "./Vm.sol";

/// @notice What Forge needs to find a test, and the way to its cheat codes.
abstract contract Test {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    // forge looks for this name
    // solhint-disable-next-line var-name-mixedcase
    bool public constant IS_TEST = true;

    /// @notice Deploys a contract as the build has compiled it.
    function create(string memory artifact, bytes memory arguments) internal returns (address deployed_) {
        bytes memory code = abi.encodePacked(vm.getCode(artifact), arguments);
        assembly ("memory-safe") {
            deployed_ := create(0, add(code, 32), mload(code))
        }
    }

    /// @notice Why a contract refuses to be deployed. (What `expectRevert` expects of a `create` in assembly, it does not
    /// compare.)
    function refusal(string memory artifact, bytes memory arguments) internal returns (bytes memory reason) {
        bytes memory code = abi.encodePacked(vm.getCode(artifact), arguments);
        bool refused_;
        assembly ("memory-safe") {
            refused_ := iszero(create(0, add(code, 32), mload(code)))
            reason := mload(0x40)
            mstore(reason, returndatasize())
            returndatacopy(add(reason, 32), 0, returndatasize())
            mstore(0x40, and(add(add(reason, returndatasize()), 63), not(31)))
        }
        vm.assertTrue(refused_, "deployed all the same");
    }

    /// @notice A value within a range, itself if it is in it.
    function bound(uint256 value, uint256 min, uint256 max) internal pure returns (uint256) {
        if (value >= min && value <= max) return value;
        uint256 size = max - min + 1;
        return size == 0 ? value : min + value % size;
    }
}
