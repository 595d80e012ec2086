// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPauseRegistry} from "./IPauseRegistry.sol";

/// @title What a pause may say, whoever decides it ("Decisions")
library PauseRules {
    uint8 private constant STANDING = 0;
    /// @dev No grid needs longer; a ramp and a stagger of a day each still fit into a drill.
    uint32 private constant ONE_DAY = 86_400;
    /// @dev A decision about later than that can be taken later.
    uint256 private constant MAX_NOTICE = 30 days;
    /// @dev Two years, two weeks, one week: a pause without an end cannot be written.
    uint256 private constant MAX_STANDING_DURATION = 63_072_000;
    uint256 private constant MAX_EMERGENCY_DURATION = 1_209_600;
    uint256 private constant MAX_DRILL_DURATION = 604_800;
    /// @dev One per cent: a pause is no kill switch.
    uint16 private constant MIN_CEILING = 100;
    uint16 private constant MAX_CEILING = 9_999;
    /// @dev Keeps the price of anchoring and of reading a decision small; "everywhere" is no region at all.
    uint256 private constant MAX_REGIONS = 32;
    /// @dev ISO 3166-1 numeric codes have three digits.
    uint256 private constant MAX_REGION = 999;
    uint8 private constant ALL_HARDWARE_CLASSES = 7;

    /// @notice Requires a scope within bounds that reaches no exempt site.
    function requireScope(IPauseRegistry.Scope memory scope, uint64 exemptBelowPflops) internal pure {
        _requireRegions(scope.regions);
        uint8 classes = scope.hardwareClasses;
        if (classes == 0 || classes > ALL_HARDWARE_CLASSES) {
            revert IPauseRegistry.HardwareClassesOutOfRange(classes, 1, ALL_HARDWARE_CLASSES);
        }
        if (scope.minPeakPflops < exemptBelowPflops) {
            revert IPauseRegistry.ScopeReachesExempt(scope.minPeakPflops, exemptBelowPflops);
        }
    }

    /// @dev Compares whole words, so that strictly ascending up to a limit also means that each is a uint16.
    function _requireRegions(uint16[] memory regions) private pure {
        uint256 count = regions.length;
        if (count > MAX_REGIONS) revert IPauseRegistry.TooManyRegions(count, MAX_REGIONS);
        uint256 previous = 0;
        for (uint256 i = 0; i < count;) {
            uint256 region;
            assembly ("memory-safe") {
                i := add(i, 1)
                region := mload(add(regions, shl(5, i)))
            }
            if (region <= previous) revert IPauseRegistry.RegionsNotAscending(region, previous);
            previous = region;
        }
        if (previous > MAX_REGION) revert IPauseRegistry.RegionOutOfRange(previous, MAX_REGION);
    }

    /// @notice Requires a ceiling and times within bounds.
    /// @return start the later of effectiveAt and now + leadSeconds
    /// @dev No sum can wrap: all are of uint48 values and small constants, in 256 bits.
    function requireCeilingAndTimes(IPauseRegistry.Pause memory pause, uint32 leadSeconds, uint32 minRampSeconds)
        internal
        view
        returns (uint256 start)
    {
        unchecked {
            if (pause.ceilingBps < MIN_CEILING || pause.ceilingBps > MAX_CEILING) {
                revert IPauseRegistry.CeilingOutOfRange(pause.ceilingBps, MIN_CEILING, MAX_CEILING);
            }
            uint256 latest = block.timestamp + MAX_NOTICE;
            if (pause.effectiveAt > latest) revert IPauseRegistry.EffectiveTooLate(pause.effectiveAt, latest);
            if (pause.rampSeconds < minRampSeconds || pause.rampSeconds > ONE_DAY) {
                revert IPauseRegistry.RampOutOfRange(pause.rampSeconds, minRampSeconds, ONE_DAY);
            }
            if (pause.staggerSeconds > ONE_DAY) revert IPauseRegistry.StaggerTooLong(pause.staggerSeconds, ONE_DAY);
            start = block.timestamp + leadSeconds;
            if (pause.effectiveAt > start) start = pause.effectiveAt;
            _requireDuration(pause, start);
        }
    }

    function _requireDuration(IPauseRegistry.Pause memory pause, uint256 start) private pure {
        unchecked {
            uint256 earliest = start + pause.rampSeconds;
            if (pause.expiresAt < earliest) revert IPauseRegistry.ExpiresTooEarly(pause.expiresAt, earliest);
            uint256 duration = uint256(pause.expiresAt) + pause.staggerSeconds + pause.rampSeconds - start;
            uint256 longest = pause.mandate == STANDING ? MAX_STANDING_DURATION : MAX_EMERGENCY_DURATION;
            if (pause.drill) longest = MAX_DRILL_DURATION;
            if (duration > longest) revert IPauseRegistry.PauseTooLong(duration, longest);
        }
    }
}
