// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPauseRegistry} from "./IPauseRegistry.sol";

/// @title What a registry may be deployed with ("Exact encodings")
library ParameterRules {
    /// @dev No grid needs longer.
    uint32 private constant ONE_DAY = 86_400;
    /// @dev The ceiling of a lapse that lowers nothing: the licence is off.
    uint16 private constant FULL = 10_000;
    /// @dev One per cent, as for a pause: a lapse is no kill switch either.
    uint16 private constant MIN_LAPSE_CEILING = 100;
    /// @dev The chain id of Anvil and Hardhat, whose tests cannot wait.
    uint256 private constant TEST_CHAIN = 31_337;
    /// @dev A lapse strikes at a time that nobody decides anew: half an hour to notice and still anchor a `Renew`.
    uint32 private constant MIN_LICENCE_LEAD = 1_800;

    function requireAll(IPauseRegistry.Parameters memory p) internal view {
        if (p.exemptBelowPflops == 0) revert IPauseRegistry.ExemptionTooLow(p.exemptBelowPflops, 1);
        if (p.leadSeconds > ONE_DAY) revert IPauseRegistry.LeadTooLong(p.leadSeconds, ONE_DAY);
        if (p.leadSeconds == 0 && block.chainid != TEST_CHAIN) revert IPauseRegistry.LeadTooShort(p.leadSeconds, 1);
        _requireRamp(p.minRampSeconds);
        _requireLicence(p);
        _requireRamp(p.lapseRampSeconds);
        if (p.lapseStaggerSeconds > ONE_DAY) {
            revert IPauseRegistry.LapseStaggerTooLong(p.lapseStaggerSeconds, ONE_DAY);
        }
    }

    function _requireLicence(IPauseRegistry.Parameters memory p) private pure {
        uint16 ceiling = p.lapseCeilingBps;
        if (ceiling < MIN_LAPSE_CEILING || ceiling > FULL) {
            revert IPauseRegistry.LapseCeilingOutOfRange(ceiling, MIN_LAPSE_CEILING, FULL);
        }
        if (ceiling == FULL) return;
        if (p.leadSeconds < MIN_LICENCE_LEAD) {
            revert IPauseRegistry.LeadTooShortForLicence(p.leadSeconds, MIN_LICENCE_LEAD);
        }
        if (p.licenceSeconds == 0) revert IPauseRegistry.LicenceTooShort(p.licenceSeconds, 1);
    }

    function _requireRamp(uint32 rampSeconds) private pure {
        if (rampSeconds == 0 || rampSeconds > ONE_DAY) {
            revert IPauseRegistry.RampParameterOutOfRange(rampSeconds, 1, ONE_DAY);
        }
    }
}
