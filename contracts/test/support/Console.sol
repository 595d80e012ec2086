// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Lets a test print a figure; Forge shows `log` lines of passing tests with -vv.
abstract contract Console {
    event log_named_uint(string key, uint256 value);
}
