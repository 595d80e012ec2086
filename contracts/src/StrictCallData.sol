// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPauseRegistry} from "./IPauseRegistry.sol";

/// @title Reading a pause from call data in the strict mode of the ABI specification
/// @notice No gaps, no overlaps, nothing after the end, no bits outside a value's width: one pause has one encoding.
/// The event repeats the call's own bytes, which must therefore read the same to everyone.
/// @dev Strictly encoded, a pause differs from the compiler's layout of the same struct in memory only in its two
/// offsets, where memory has pointers; so it is copied as a whole. Words of a pause, from its start:
///   0 mandate, 1 epoch, 2 slot, 3 ceilingBps, 4 effectiveAt, 5 expiresAt, 6 rampSeconds, 7 staggerSeconds, 8 offset
///   of the scope, 9 drill, 10 proposedAt, 11 anchorBy, 12 reasonHash; its scope: 13 offset of the regions,
///   14 hardwareClasses, 15 minPeakPflops; its regions: 16 their number, then they themselves.
library StrictCallData {
    /// @notice The function that reads the pause of a call whose arguments are a pause and signatures. The pause's
    /// regions are not bounded there.
    /// @dev `_copy` under the type that it has in truth: a function declared to return a struct in memory would first
    /// make an empty one, for 350 gas.
    function reader()
        internal
        pure
        returns (function(IPauseRegistry.Pause calldata, IPauseRegistry.Signature[] calldata)
                internal
                pure returns (IPauseRegistry.Pause memory) typed)
    {
        function(IPauseRegistry.Pause calldata, IPauseRegistry.Signature[] calldata) internal pure returns (uint256)
            untyped = _copy;
        assembly ("memory-safe") {
            typed := untyped
        }
    }

    /// @dev Copies the pause to new memory and returns where.
    function _copy(IPauseRegistry.Pause calldata given, IPauseRegistry.Signature[] calldata signatures)
        private
        pure
        returns (uint256 pause)
    {
        bool strict;
        assembly ("memory-safe") {
            // 0x44: after the selector and two offsets; 0x264: word 17, where the regions begin. A number of regions
            // beyond the length of any call data could wrap the place behind them.
            let regions := calldataload(0x244)
            let afterRegions := add(0x264, shl(5, regions))
            strict := and(lt(regions, calldatasize()), eq(given, 0x44))
            strict := and(strict, eq(signatures.offset, add(afterRegions, 32)))
            strict := and(strict, eq(calldatasize(), add(signatures.offset, mul(signatures.length, 96))))
            strict := and(strict, and(eq(calldataload(0x144), 416), eq(calldataload(0x1e4), 96)))
        }
        if (!strict) revert IPauseRegistry.NotStrictlyEncoded();
        uint256 tooWide;
        assembly ("memory-safe") {
            let length := sub(signatures.offset, 0x64)
            pause := mload(0x40)
            mstore(0x40, add(pause, length))
            calldatacopy(pause, 0x44, length)
            mstore(add(pause, 256), add(pause, 416))
            mstore(add(pause, 416), add(pause, 512))

            let bytes1 := or(or(mload(pause), mload(add(pause, 64))), mload(add(pause, 448)))
            let bytes4 := or(or(mload(add(pause, 32)), mload(add(pause, 192))), mload(add(pause, 224)))
            let bytes6 := or(mload(add(pause, 128)), mload(add(pause, 160)))
            bytes6 := or(or(bytes6, mload(add(pause, 320))), mload(add(pause, 352)))
            tooWide := or(or(shr(8, bytes1), shr(32, bytes4)), shr(48, bytes6))
            tooWide := or(tooWide, or(shr(16, mload(add(pause, 96))), shr(1, mload(add(pause, 288)))))
            tooWide := or(tooWide, shr(64, mload(add(pause, 480))))
        }
        if (tooWide != 0) revert IPauseRegistry.NotStrictlyEncoded();
    }
}
