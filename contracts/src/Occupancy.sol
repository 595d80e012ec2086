// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What has become of the latest pause of a slot, in one storage word: bits 0..47 latestProposedAt, 48..95
/// expiresAt, 96..143 liftedAt (2^48 - 1 while there is no lift), 144..191 freeAt, 192 drill.
type Occupancy is uint256;

using OccupancyFields for Occupancy global;

library OccupancyFields {
    uint48 internal constant NEVER = type(uint48).max;

    /// @notice A slot in which nothing has ever been anchored. Not zero, so that its first use is no dearer.
    function vacant() internal pure returns (Occupancy) {
        return Occupancy.wrap(uint256(NEVER) << 96);
    }

    /// @notice A slot that a pause has just taken.
    /// @param tail seconds from its end until the last site is back: stagger and ramp, or nothing for a drill
    function taken(uint48 proposedAt, uint256 expiresAt_, uint256 tail, bool drill_) internal pure returns (Occupancy) {
        return Occupancy.wrap(
            proposedAt | expiresAt_ << 48 | uint256(NEVER) << 96 | (expiresAt_ + tail) << 144 | (drill_ ? 1 << 192 : 0)
        );
    }

    /// @notice The slot after a lift: the end comes forward to now, and the way back up is walked all the same.
    function lifted(Occupancy self, uint48 proposedAt, uint256 now_) internal pure returns (Occupancy) {
        uint256 expires = self.expiresAt();
        uint256 free = now_ + (self.freeAt() - expires);
        return Occupancy.wrap(proposedAt | expires << 48 | now_ << 96 | free << 144 | (self.isDrill() ? 1 << 192 : 0));
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
        return Occupancy.unwrap(self) >> 192 == 1;
    }
}
