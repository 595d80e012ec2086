// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The library's internal functions, callable, so that a test can expect their errors.
interface ISignatureProbe {
    function verify(bytes32 message, uint256 x, uint256 y, uint256 rx, uint256 ry, uint256 z) external view;

    function verifyUnderCheckedKey(bytes32 message, uint256 x, uint256 parity, uint256 rx, uint256 ry, uint256 z)
        external
        view;

    function requireKey(uint256 x, uint256 y) external pure;

    function challenge(bytes32 message, uint256 x, uint256 y, uint256 rx, uint256 ry) external view returns (uint256);

    function gasOf(bytes32 message, uint256 x, uint256 y, uint256 rx, uint256 ry, uint256 z)
        external
        view
        returns (uint256 used);
}
