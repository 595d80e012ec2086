// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Vm} from "./Vm.sol";

/// @notice What Forge needs to find a test, and the way to its cheat codes.
abstract contract Test {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    // forge looks for this name
    // solhint-disable-next-line var-name-mixedcase
    bool public constant IS_TEST = true;
}
