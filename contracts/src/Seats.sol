// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {FrostSecp256k1} from "./FrostSecp256k1.sol";
import {IPauseRegistry} from "./IPauseRegistry.sol";
import {MandateFields, MandateState} from "./Ledger.sol";

/// @dev More bodies than anyone has asked for, and few enough that a certificate stays cheap to anchor.
uint256 constant MAX_COMMITTEES = 5;

/// @notice The committees of both mandates. x apart from y: verifying needs x and the parity of y, which is in the
/// ledger; apart from the roster, which verifying does not need at all.
struct Seats {
    uint256[MAX_COMMITTEES][2] keyX;
    uint256[MAX_COMMITTEES][2] keyY;
    bytes32[MAX_COMMITTEES][2] rosters;
}

using SeatRules for Seats global;

/// @title Who may sit on a mandate, and who does
library SeatRules {
    uint8 private constant STANDING = 0;
    uint8 private constant EMERGENCY = 1;

    /// @notice Requires committees that a mandate may have, and returns what the ledger keeps of them. Their keys are
    /// checked here once, so that no later call has to.
    /// @dev Errors, first broken first: CommitteeCountOutOfRange, for each committee FrostSecp256k1.InvalidKey and
    /// CommitteesNotAscending, NoCivilCommittee. A mandate with no committee is disarmed, any other `EMERGENCY` armed.
    function requireSeatable(uint8 mandate, uint32 epoch, IPauseRegistry.Committee[] memory list)
        internal
        pure
        returns (MandateState)
    {
        uint256 minimum = mandate == STANDING ? 1 : 0;
        if (list.length < minimum || list.length > MAX_COMMITTEES) {
            revert IPauseRegistry.CommitteeCountOutOfRange(mandate, list.length, minimum, MAX_COMMITTEES);
        }
        uint256 previousX = 0;
        uint256 oddKeys = 0;
        uint256 civil = 0;
        for (uint256 i = 0; i < list.length; i++) {
            IPauseRegistry.Committee memory body = list[i];
            FrostSecp256k1.requireKey(body.x, body.y);
            if (body.x <= previousX) revert IPauseRegistry.CommitteesNotAscending(mandate, body.x, previousX);
            previousX = body.x;
            oddKeys |= (body.y & 1) << i;
            if (body.civil) civil |= 1 << i;
        }
        if (mandate == STANDING && civil == 0) revert IPauseRegistry.NoCivilCommittee();
        return MandateFields.create(epoch, list.length, oddKeys, civil, mandate == EMERGENCY && list.length > 0);
    }

    /// @notice Seats committees that `requireSeatable` has passed, in place of the `before` that sat there.
    function seat(Seats storage self, uint8 mandate, IPauseRegistry.Committee[] memory list, uint256 before) internal {
        for (uint256 i = 0; i < list.length; i++) {
            self.keyX[mandate][i] = list[i].x;
            self.keyY[mandate][i] = list[i].y;
            self.rosters[mandate][i] = list[i].roster;
        }
        for (uint256 i = list.length; i < before; i++) {
            self.keyX[mandate][i] = 0;
            self.keyY[mandate][i] = 0;
            self.rosters[mandate][i] = 0;
        }
    }

    /// @notice The committees of a mandate, ascending by x.
    function seated(Seats storage self, uint8 mandate, MandateState state)
        internal
        view
        returns (IPauseRegistry.Committee[] memory list)
    {
        list = new IPauseRegistry.Committee[](state.count());
        for (uint256 i = 0; i < list.length; i++) {
            list[i] = IPauseRegistry.Committee(
                self.keyX[mandate][i], self.keyY[mandate][i], state.isCivil(i), self.rosters[mandate][i]
            );
        }
    }

    /// @notice Key `i` of a mandate, which has more than `i` committees.
    function keyAt(uint256[MAX_COMMITTEES] storage keys, uint256 i) internal view returns (uint256 x) {
        assembly ("memory-safe") {
            x := sload(add(keys.slot, i))
        }
    }

    /// @notice Those of a list whose key is none of a mandate's, in the list's order.
    function newcomers(Seats storage self, uint8 mandate, MandateState state, IPauseRegistry.Committee[] memory list)
        internal
        view
        returns (IPauseRegistry.Committee[] memory strangers)
    {
        strangers = new IPauseRegistry.Committee[](list.length);
        uint256 count = 0;
        for (uint256 i = 0; i < list.length; i++) {
            if (!_isSeated(self, mandate, state, list[i])) strangers[count++] = list[i];
        }
        assembly ("memory-safe") {
            mstore(strangers, count)
        }
    }

    /// @dev Both keys are on the curve, so x and the parity of y are all of them.
    function _isSeated(Seats storage self, uint8 mandate, MandateState state, IPauseRegistry.Committee memory body)
        private
        view
        returns (bool)
    {
        for (uint256 i = 0; i < state.count(); i++) {
            if (self.keyX[mandate][i] == body.x && state.keyParity(i) == body.y & 1) return true;
        }
        return false;
    }
}
