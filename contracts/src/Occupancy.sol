// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What has become of the latest pause of a slot, in one storage word: bits 0..47 latestProposedAt, 48..95
/// expiresAt, 96..143 liftedAt (2^48 - 1 while there is no lift), 144..191 freeAt, 192 drill, 193..240 startsAt.
type Occupancy is uint256;

using OccupancyFields for Occupancy global;

library OccupancyFields {
    uint48 internal constant NEVER = type(uint48).max;

    /// @notice A slot in which nothing has ever been anchored. Not zero, so that its first use is no dearer.
    function vacant() internal pure returns (Occupancy) {
        return Occupancy.wrap(uint256(NEVER) << 96);
    }

    /// @notice A slot that a pause has just taken.
    /// @param startsAt_ when the first site begins to lower its capacity
    /// @param tail seconds from its end until the last site is back: stagger and ramp, or nothing for a drill
    function taken(uint48 proposedAt, uint256 startsAt_, uint256 expiresAt_, uint256 tail, bool drill_)
        internal
        pure
        returns (Occupancy)
    {
        uint256 times = proposedAt | expiresAt_ << 48 | uint256(NEVER) << 96 | (expiresAt_ + tail) << 144;
        return Occupancy.wrap(times | (drill_ ? 1 << 192 : 0) | startsAt_ << 193);
    }

    /// @notice The slot after a lift: the end comes forward to now. The way back up is walked all the same, unless the
    /// pause has not begun, when no site has left its full capacity.
    function lifted(Occupancy self, uint48 proposedAt, uint256 now_) internal pure returns (Occupancy) {
        uint256 expires = self.expiresAt();
        uint256 tail = now_ > self.startsAt() ? self.freeAt() - expires : 0;
        uint256 rest = Occupancy.unwrap(self) >> 192 << 192;
        return Occupancy.wrap(proposedAt | expires << 48 | now_ << 96 | (now_ + tail) << 144 | rest);
    }

    /// @notice The slot after a withdrawal, which only raises what the next decision must exceed.
    function withdrawn(Occupancy self, uint48 proposedAt) internal pure returns (Occupancy) {
        return Occupancy.wrap(Occupancy.unwrap(self) >> 48 << 48 | proposedAt);
    }

    function latestProposedAt(Occupancy self) internal pure returns (uint48) {
        return uint48(Occupancy.unwrap(self));
    }

    function expiresAt(Occupancy self) internal pure returns (uint48) {
        return uint48(Occupancy.unwrap(self) >> 48);
    }

    function liftedAt(Occupancy self) internal pure returns (uint48) {
        return uint48(Occupancy.unwrap(self) >> 96);
    }

    /// @notice When the last ramp ends (of a drill: its end). The slot is occupied before, free from then on.
    function freeAt(Occupancy self) internal pure returns (uint48) {
        return uint48(Occupancy.unwrap(self) >> 144);
    }

    function isDrill(Occupancy self) internal pure returns (bool) {
        return (Occupancy.unwrap(self) >> 192) & 1 == 1;
    }

    /// @notice When the first site begins to lower its capacity.
    function startsAt(Occupancy self) internal pure returns (uint48) {
        return uint48(Occupancy.unwrap(self) >> 193);
    }
}
