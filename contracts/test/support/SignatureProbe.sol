// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../../src/FrostSecp256k1.sol";
import {ISignatureProbe} from "./ISignatureProbe.sol";

/// @notice Compiled as the registry is, so that its gas is what the registry pays.
contract SignatureProbe is ISignatureProbe {
    function verify(bytes32 message, uint256 x, uint256 y, uint256 rx, uint256 ry, uint256 z) external view {
        FrostSecp256k1.verify(message, x, y, rx, ry, z);
    }

    function verifyUnderCheckedKey(bytes32 message, uint256 x, uint256 parity, uint256 rx, uint256 ry, uint256 z)
        external
        view
    {
        FrostSecp256k1.verifyUnderCheckedKey(message, x, parity, rx, ry, z);
    }

    function requireKey(uint256 x, uint256 y) external pure {
        FrostSecp256k1.requireKey(x, y);
    }

    function challenge(bytes32 message, uint256 x, uint256 y, uint256 rx, uint256 ry) external view returns (uint256) {
        return FrostSecp256k1.challenge(FrostSecp256k1.prepare(message), x, y & 1, rx, ry & 1);
    }

    function gasOf(bytes32 message, uint256 x, uint256 y, uint256 rx, uint256 ry, uint256 z)
        external
        view
        returns (uint256 used)
    {
        uint256 before = gasleft();
        FrostSecp256k1.verify(message, x, y, rx, ry, z);
        used = before - gasleft();
    }
}
