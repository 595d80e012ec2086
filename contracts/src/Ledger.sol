// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice All that is small and shared, in one storage word, since every decision reads it and writes its sequence:
/// bits 0..63 sequence, 64..111 operatingUntil, 128..191 the mandate `STANDING`, 192..255 the mandate `EMERGENCY`.
type Ledger is uint256;

/// @notice What the ledger keeps of one mandate, in 64 bits: 0..31 epoch, 32..39 number of committees, 40..47 which of
/// their keys have an odd y, 48..55 which of them are civil (the lowest bit is the first committee's), 56 armed.
type MandateState is uint256;

using LedgerFields for Ledger global;
using MandateFields for MandateState global;

library LedgerFields {
    function create(uint48 until, MandateState standing, MandateState emergency) internal pure returns (Ledger) {
        return Ledger.wrap(
            uint256(until) << 64 | MandateState.unwrap(standing) << 128 | MandateState.unwrap(emergency) << 192
        );
    }

    function sequence(Ledger self) internal pure returns (uint64) {
        return uint64(Ledger.unwrap(self));
    }

    function operatingUntil(Ledger self) internal pure returns (uint48) {
        return uint48(Ledger.unwrap(self) >> 64);
    }

    /// @param index 0 or 1
    function mandate(Ledger self, uint256 index) internal pure returns (MandateState) {
        return MandateState.wrap(uint64(Ledger.unwrap(self) >> (128 + 64 * index)));
    }

    /// @notice The ledger after one more decision. At one a second the sequence lasts for longer than the sun.
    function counted(Ledger self) internal pure returns (Ledger) {
        unchecked {
            return Ledger.wrap(Ledger.unwrap(self) + 1);
        }
    }

    /// @notice The ledger after a `Renew`.
    function renewed(Ledger self, uint48 until) internal pure returns (Ledger) {
        uint256 others = Ledger.unwrap(self) & ~(uint256(type(uint48).max) << 64);
        return Ledger.wrap(others | uint256(until) << 64);
    }

    /// @notice The ledger after a `Rotate`.
    /// @param index 0 or 1
    function rotated(Ledger self, uint256 index, MandateState state) internal pure returns (Ledger) {
        uint256 shift = 128 + 64 * index;
        uint256 others = Ledger.unwrap(self) & ~(uint256(type(uint64).max) << shift);
        return Ledger.wrap(others | MandateState.unwrap(state) << shift);
    }

    /// @notice The ledger after `EMERGENCY` has used its one shot.
    function emergencyDisarmed(Ledger self) internal pure returns (Ledger) {
        return Ledger.wrap(Ledger.unwrap(self) & ~(uint256(1) << (192 + 56)));
    }
}

library MandateFields {
    function create(uint32 epoch_, uint256 count_, uint256 oddKeys, uint256 civil, bool armed_)
        internal
        pure
        returns (MandateState)
    {
        return MandateState.wrap(epoch_ | count_ << 32 | oddKeys << 40 | civil << 48 | (armed_ ? 1 << 56 : 0));
    }

    function epoch(MandateState self) internal pure returns (uint32) {
        return uint32(MandateState.unwrap(self));
    }

    function count(MandateState self) internal pure returns (uint256) {
        return uint8(MandateState.unwrap(self) >> 32);
    }

    /// @notice The parity of y of a committee's key.
    /// @param committee 0 to 4
    function keyParity(MandateState self, uint256 committee) internal pure returns (uint256) {
        unchecked {
            return (MandateState.unwrap(self) >> (40 + committee)) & 1;
        }
    }

    function isCivil(MandateState self, uint256 committee) internal pure returns (bool) {
        return (MandateState.unwrap(self) >> (48 + committee)) & 1 == 1;
    }

    function armed(MandateState self) internal pure returns (bool) {
        return (MandateState.unwrap(self) >> 56) & 1 == 1;
    }
}
