// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPauseRegistry} from "./IPauseRegistry.sol";

/// @title What a registry may be deployed with ("Exact encodings")
library ParameterRules {
    /// @dev No grid needs longer.
    uint32 private constant ONE_DAY = 86_400;
    /// @dev The ceiling of a lapse that lowers nothing: the licence is off.
    uint16 private constant FULL = 10_000;

    function requireAll(IPauseRegistry.Parameters memory p) internal pure {
        if (p.exemptBelowPflops == 0) revert IPauseRegistry.ExemptionTooLow(p.exemptBelowPflops, 1);
        if (p.leadSeconds > ONE_DAY) revert IPauseRegistry.LeadTooLong(p.leadSeconds, ONE_DAY);
        _requireRamp(p.minRampSeconds);
        if (p.lapseCeilingBps != FULL) revert IPauseRegistry.LicenceNotSupported(p.lapseCeilingBps, FULL);
        _requireRamp(p.lapseRampSeconds);
        if (p.lapseStaggerSeconds > ONE_DAY) {
            revert IPauseRegistry.LapseStaggerTooLong(p.lapseStaggerSeconds, ONE_DAY);
        }
    }

    function _requireRamp(uint32 rampSeconds) private pure {
        if (rampSeconds == 0 || rampSeconds > ONE_DAY) {
            revert IPauseRegistry.RampParameterOutOfRange(rampSeconds, 1, ONE_DAY);
        }
    }
}
