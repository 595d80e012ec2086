// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DecisionHash} from "./DecisionHash.sol";
import {FrostSecp256k1} from "./FrostSecp256k1.sol";
import {IPauseRegistry} from "./IPauseRegistry.sol";

/// @title The registry that anchors pause decisions and keeps the head of their log
/// @dev docs/invariants.md says what holds before and after each call, storage slot by storage slot.
contract PauseRegistry is IPauseRegistry {
    /// @dev Everything small in one storage slot: a decision reads all of it and writes the sequence anyway.
    /// `…OddKeys` and `…Civil` hold one bit a committee, the lowest for the first.
    struct Ledger {
        uint64 sequence;
        uint48 operatingUntil;
        uint32 standingEpoch;
        uint32 emergencyEpoch;
        uint8 standingCount;
        uint8 emergencyCount;
        uint8 standingOddKeys;
        uint8 emergencyOddKeys;
        uint8 standingCivil;
        uint8 emergencyCivil;
        bool emergencyArmed;
    }

    /// @dev The latest pause of a slot and what has become of it. `liftedAt` is NEVER while there is no lift.
    struct Occupant {
        bytes32 pauseId;
        uint48 latestProposedAt;
        uint48 expiresAt;
        uint48 liftedAt;
        uint32 rampSeconds;
        uint32 staggerSeconds;
        bool drill;
    }

    uint8 private constant STANDING = 0;
    uint8 private constant EMERGENCY = 1;
    uint48 private constant NEVER = type(uint48).max;

    /// @dev More bodies than anyone has asked for, and few enough that a certificate stays cheap to anchor.
    uint256 private constant MAX_COMMITTEES = 5;
    /// @dev Enough for twelve standing decisions side by side and four urgent ones; bounds the state for good.
    uint8 private constant SLOTS = 16;
    uint8 private constant FIRST_EMERGENCY_SLOT = 12;
    /// @dev A day: no grid needs longer, and every ramp and stagger of a decision fits into its longest duration.
    uint32 private constant MAX_SECONDS_OF_GRACE = 86_400;
    /// @dev A signature that is hoarded longer dies.
    uint256 private constant MAX_VALIDITY = 30 days;
    uint256 private constant MAX_NOTICE = 30 days;
    /// @dev Two years, two weeks, one week: a pause without an end cannot be written.
    uint256 private constant MAX_STANDING_DURATION = 63_072_000;
    uint256 private constant MAX_EMERGENCY_DURATION = 1_209_600;
    uint256 private constant MAX_DRILL_DURATION = 604_800;
    /// @dev One per cent: a pause is no kill switch.
    uint16 private constant MIN_CEILING = 100;
    uint16 private constant MAX_CEILING = 9_999;
    uint16 private constant FULL = 10_000;
    uint256 private constant MAX_REGIONS = 32;
    /// @dev ISO 3166-1 numeric codes have three digits.
    uint16 private constant MAX_REGION = 999;
    uint8 private constant ALL_HARDWARE_CLASSES = 7;

    /// @inheritdoc IPauseRegistry
    bytes32 public head;
    Ledger private _ledger;
    Occupant[SLOTS] private _slots;
    /// @dev x apart from y: verifying needs x and the parity of y, which is in the ledger.
    uint256[MAX_COMMITTEES][2] private _keyX;
    uint256[MAX_COMMITTEES][2] private _keyY;
    bytes32[MAX_COMMITTEES][2] private _rosters;

    uint64 private immutable _exemptBelowPflops;
    uint32 private immutable _leadSeconds;
    uint32 private immutable _minRampSeconds;
    uint32 private immutable _licenceSeconds;
    uint16 private immutable _lapseCeilingBps;
    uint32 private immutable _lapseRampSeconds;
    uint32 private immutable _lapseStaggerSeconds;

    /// @notice Deploys a registry for good. The keys' proofs of possession are checked by the deployer beforehand.
    /// @dev Errors, first broken first: those of deployment in the order of IPauseRegistry; each committee's key
    /// (FrostSecp256k1.InvalidKey) before its place in the order; `STANDING` before `EMERGENCY`.
    /// @param parameters_ what the registry never changes
    /// @param standing 1 to 5 committees strictly ascending by x, at least one of them civil
    /// @param emergency 0 to 5 committees strictly ascending by x
    constructor(Parameters memory parameters_, Committee[] memory standing, Committee[] memory emergency) {
        _requireParameters(parameters_);
        _exemptBelowPflops = parameters_.exemptBelowPflops;
        _leadSeconds = parameters_.leadSeconds;
        _minRampSeconds = parameters_.minRampSeconds;
        _licenceSeconds = parameters_.licenceSeconds;
        _lapseCeilingBps = parameters_.lapseCeilingBps;
        _lapseRampSeconds = parameters_.lapseRampSeconds;
        _lapseStaggerSeconds = parameters_.lapseStaggerSeconds;

        if (standing.length == 0) revert CommitteeCountOutOfRange(STANDING, 0, 1, MAX_COMMITTEES);
        (uint8 standingOddKeys, uint8 standingCivil) = _found(STANDING, standing);
        if (standingCivil == 0) revert NoCivilCommittee();
        (uint8 emergencyOddKeys, uint8 emergencyCivil) = _found(EMERGENCY, emergency);

        uint48 deployedAt = uint48(block.timestamp);
        uint48 until = deployedAt + parameters_.licenceSeconds;
        _ledger = Ledger({
            sequence: 0,
            operatingUntil: until,
            standingEpoch: 0,
            emergencyEpoch: 0,
            standingCount: uint8(standing.length),
            emergencyCount: uint8(emergency.length),
            standingOddKeys: standingOddKeys,
            emergencyOddKeys: emergencyOddKeys,
            standingCivil: standingCivil,
            emergencyCivil: emergencyCivil,
            emergencyArmed: emergency.length > 0
        });
        bytes32 genesis = keccak256(
            abi.encode(
                keccak256("softpause-genesis-v1"),
                block.chainid,
                address(this),
                deployedAt,
                parameters_,
                standing,
                emergency
            )
        );
        head = genesis;
        _warm(genesis);
        emit Genesis(genesis, block.chainid, deployedAt, until, parameters_, standing, emergency);
    }

    /// @inheritdoc IPauseRegistry
    function anchorPause(Pause calldata pause, Signature[] calldata signatures) external {
        _requireCurrent(pause.mandate, pause.epoch, pause.proposedAt, pause.anchorBy);
        _requirePlace(pause);
        _requireScope(pause.scope);
        _requireBounds(pause);
        Occupant storage occupant = _slots[pause.slot];
        uint256 until = _lastRampEnd(occupant);
        if (block.timestamp < until) revert SlotOccupied(pause.slot, until);
        _requireRising(pause.proposedAt, occupant.latestProposedAt);

        bytes32 id = pauseId(pause);
        _requireSignatures(pause.mandate, id, signatures);

        if (pause.mandate == EMERGENCY && !pause.drill) _ledger.emergencyArmed = false;
        _slots[pause.slot] = Occupant({
            pauseId: id,
            latestProposedAt: pause.proposedAt,
            expiresAt: pause.expiresAt,
            liftedAt: NEVER,
            rampSeconds: pause.rampSeconds,
            staggerSeconds: pause.staggerSeconds,
            drill: pause.drill
        });
        (uint64 number, bytes32 newHead) = _append(id);
        emit PauseAnchored(id, number, uint48(block.timestamp), newHead, pause, signatures);
    }

    /// @inheritdoc IPauseRegistry
    function anchorLift(Lift calldata lift, Signature[] calldata signatures) external {
        _requireCurrent(lift.mandate, lift.epoch, lift.proposedAt, lift.anchorBy);
        _requireSlot(lift.slot, lift.mandate == STANDING ? 0 : FIRST_EMERGENCY_SLOT, SLOTS - 1);
        Occupant storage occupant = _slots[lift.slot];
        if (block.timestamp >= _lastRampEnd(occupant)) revert SlotNotOccupied(lift.slot);
        if (lift.pauseId != occupant.pauseId) revert WrongPause(lift.pauseId, occupant.pauseId);
        if (occupant.liftedAt != NEVER) revert AlreadyLifted(occupant.liftedAt);
        if (block.timestamp >= occupant.expiresAt) revert PauseExpired(occupant.expiresAt, block.timestamp);
        _requireRising(lift.proposedAt, occupant.latestProposedAt);

        bytes32 id = liftId(lift);
        _requireSignatures(lift.mandate, id, signatures);

        occupant.latestProposedAt = lift.proposedAt;
        occupant.liftedAt = uint48(block.timestamp);
        (uint64 number, bytes32 newHead) = _append(id);
        emit LiftAnchored(id, number, uint48(block.timestamp), newHead, lift, signatures);
    }

    /// @inheritdoc IPauseRegistry
    function sequence() external view returns (uint64) {
        return _ledger.sequence;
    }

    /// @inheritdoc IPauseRegistry
    function activePauses() external view returns (ActivePause[] memory active) {
        active = new ActivePause[](SLOTS);
        uint256 count;
        for (uint8 slot = 0; slot < SLOTS; slot++) {
            Occupant storage occupant = _slots[slot];
            uint256 until = _lastRampEnd(occupant);
            if (block.timestamp >= until) continue;
            active[count++] = ActivePause({
                slot: slot,
                pauseId: occupant.pauseId,
                drill: occupant.drill,
                expiresAt: occupant.expiresAt,
                liftedAt: occupant.liftedAt,
                lastRampEndsAt: uint48(until),
                latestProposedAt: occupant.latestProposedAt
            });
        }
        assembly ("memory-safe") {
            mstore(active, count)
        }
    }

    /// @inheritdoc IPauseRegistry
    function committees(uint8 mandate) external view returns (Committee[] memory list) {
        _requireMandate(mandate);
        uint8 civil = mandate == STANDING ? _ledger.standingCivil : _ledger.emergencyCivil;
        list = new Committee[](_committeeCount(mandate));
        for (uint256 i = 0; i < list.length; i++) {
            list[i] = Committee(_keyX[mandate][i], _keyY[mandate][i], (civil >> i) & 1 == 1, _rosters[mandate][i]);
        }
    }

    /// @inheritdoc IPauseRegistry
    function epoch(uint8 mandate) external view returns (uint32) {
        _requireMandate(mandate);
        return _epoch(mandate);
    }

    /// @inheritdoc IPauseRegistry
    function emergencyArmed() external view returns (bool) {
        return _ledger.emergencyArmed;
    }

    /// @inheritdoc IPauseRegistry
    function operatingUntil() external view returns (uint48) {
        return _ledger.operatingUntil;
    }

    /// @inheritdoc IPauseRegistry
    function parameters() external view returns (Parameters memory) {
        return Parameters({
            exemptBelowPflops: _exemptBelowPflops,
            leadSeconds: _leadSeconds,
            minRampSeconds: _minRampSeconds,
            licenceSeconds: _licenceSeconds,
            lapseCeilingBps: _lapseCeilingBps,
            lapseRampSeconds: _lapseRampSeconds,
            lapseStaggerSeconds: _lapseStaggerSeconds
        });
    }

    /// @inheritdoc IPauseRegistry
    function pauseId(Pause calldata pause) public view returns (bytes32) {
        return DecisionHash.digest(DecisionHash.ofPause(pause));
    }

    /// @inheritdoc IPauseRegistry
    function liftId(Lift calldata lift) public view returns (bytes32) {
        return DecisionHash.digest(DecisionHash.ofLift(lift));
    }

    // ---------------------------------------------------------------- deployment

    function _requireParameters(Parameters memory p) private pure {
        if (p.exemptBelowPflops == 0) revert ExemptionTooLow(p.exemptBelowPflops, 1);
        if (p.leadSeconds > MAX_SECONDS_OF_GRACE) revert LeadTooLong(p.leadSeconds, MAX_SECONDS_OF_GRACE);
        _requireRampParameter(p.minRampSeconds);
        if (p.lapseCeilingBps != FULL) revert LicenceNotSupported(p.lapseCeilingBps, FULL);
        _requireRampParameter(p.lapseRampSeconds);
        if (p.lapseStaggerSeconds > MAX_SECONDS_OF_GRACE) {
            revert LapseStaggerTooLong(p.lapseStaggerSeconds, MAX_SECONDS_OF_GRACE);
        }
    }

    function _requireRampParameter(uint32 rampSeconds) private pure {
        if (rampSeconds == 0 || rampSeconds > MAX_SECONDS_OF_GRACE) {
            revert RampParameterOutOfRange(rampSeconds, 1, MAX_SECONDS_OF_GRACE);
        }
    }

    function _found(uint8 mandate, Committee[] memory list) private returns (uint8 oddKeys, uint8 civil) {
        uint256 minimum = mandate == STANDING ? 1 : 0;
        if (list.length < minimum || list.length > MAX_COMMITTEES) {
            revert CommitteeCountOutOfRange(mandate, list.length, minimum, MAX_COMMITTEES);
        }
        uint256 previousX = 0;
        for (uint256 i = 0; i < list.length; i++) {
            Committee memory body = list[i];
            FrostSecp256k1.requireKey(body.x, body.y);
            if (body.x <= previousX) revert CommitteesNotAscending(mandate, body.x, previousX);
            previousX = body.x;
            if (body.y & 1 == 1) oddKeys |= uint8(1 << i);
            if (body.civil) civil |= uint8(1 << i);
            _keyX[mandate][i] = body.x;
            _keyY[mandate][i] = body.y;
            _rosters[mandate][i] = body.roster;
        }
    }

    /// @dev Writes every storage slot that a first pause would otherwise pay for, with values that occupy nothing:
    /// a pause, perhaps in an emergency, then costs the same the first time as ever after.
    function _warm(bytes32 genesis) private {
        for (uint8 slot = 0; slot < SLOTS; slot++) {
            _slots[slot].pauseId = genesis;
            _slots[slot].liftedAt = NEVER;
        }
    }

    // ---------------------------------------------------------------- rules

    function _requireMandate(uint8 mandate) private pure {
        if (mandate > EMERGENCY) revert UnknownMandate(mandate, EMERGENCY);
    }

    function _requireCurrent(uint8 mandate, uint32 epoch_, uint48 proposedAt, uint48 anchorBy) private view {
        _requireMandate(mandate);
        uint32 current = _epoch(mandate);
        if (epoch_ != current) revert WrongEpoch(epoch_, current);
        if (proposedAt > block.timestamp) revert ProposedInFuture(proposedAt, block.timestamp);
        if (anchorBy < block.timestamp) revert AnchorByPassed(anchorBy, block.timestamp);
        uint256 latest = uint256(proposedAt) + MAX_VALIDITY;
        if (anchorBy > latest) revert AnchorByTooLate(anchorBy, latest);
    }

    function _requirePlace(Pause calldata pause) private view {
        uint8 slot = pause.slot;
        if (pause.mandate == STANDING) _requireSlot(slot, 0, FIRST_EMERGENCY_SLOT - 1);
        else _requireSlot(slot, FIRST_EMERGENCY_SLOT, SLOTS - 1);
        if (pause.drill) {
            if (slot != 10 && slot != 11 && slot != 15) revert SlotNotForDrills(slot);
        } else if (pause.mandate == EMERGENCY && !_ledger.emergencyArmed) {
            revert EmergencyDisarmed();
        }
    }

    function _requireSlot(uint8 slot, uint8 first, uint8 last) private pure {
        if (slot < first || slot > last) revert SlotOutOfRange(slot, first, last);
    }

    function _requireScope(Scope calldata scope) private view {
        uint16[] calldata regions = scope.regions;
        if (regions.length > MAX_REGIONS) revert TooManyRegions(regions.length, MAX_REGIONS);
        uint16 previous = 0;
        for (uint256 i = 0; i < regions.length; i++) {
            uint16 region = regions[i];
            if (region <= previous) revert RegionsNotAscending(region, previous);
            previous = region;
        }
        if (previous > MAX_REGION) revert RegionOutOfRange(previous, MAX_REGION);
        if (scope.hardwareClasses == 0 || scope.hardwareClasses > ALL_HARDWARE_CLASSES) {
            revert HardwareClassesOutOfRange(scope.hardwareClasses, 1, ALL_HARDWARE_CLASSES);
        }
        if (scope.minPeakPflops < _exemptBelowPflops) {
            revert ScopeReachesExempt(scope.minPeakPflops, _exemptBelowPflops);
        }
    }

    function _requireBounds(Pause calldata pause) private view {
        if (pause.ceilingBps < MIN_CEILING || pause.ceilingBps > MAX_CEILING) {
            revert CeilingOutOfRange(pause.ceilingBps, MIN_CEILING, MAX_CEILING);
        }
        uint256 latest = block.timestamp + MAX_NOTICE;
        if (pause.effectiveAt > latest) revert EffectiveTooLate(pause.effectiveAt, latest);
        uint256 ramp = pause.rampSeconds;
        if (ramp < _minRampSeconds || ramp > MAX_SECONDS_OF_GRACE) {
            revert RampOutOfRange(uint32(ramp), _minRampSeconds, MAX_SECONDS_OF_GRACE);
        }
        uint256 stagger = pause.staggerSeconds;
        if (stagger > MAX_SECONDS_OF_GRACE) revert StaggerTooLong(uint32(stagger), MAX_SECONDS_OF_GRACE);

        uint256 start = block.timestamp + _leadSeconds;
        if (pause.effectiveAt > start) start = pause.effectiveAt;
        if (pause.expiresAt < start + ramp) revert ExpiresTooEarly(pause.expiresAt, start + ramp);
        uint256 duration = pause.expiresAt + stagger + ramp - start;
        uint256 longest = _longest(pause.mandate, pause.drill);
        if (duration > longest) revert PauseTooLong(duration, longest);
    }

    function _longest(uint8 mandate, bool drill) private pure returns (uint256) {
        if (drill) return MAX_DRILL_DURATION;
        return mandate == STANDING ? MAX_STANDING_DURATION : MAX_EMERGENCY_DURATION;
    }

    function _requireRising(uint48 proposedAt, uint48 latest) private pure {
        if (proposedAt <= latest) revert ProposedAtNotRising(proposedAt, latest);
    }

    function _requireSignatures(uint8 mandate, bytes32 id, Signature[] calldata signatures) private view {
        uint256 count = _committeeCount(mandate);
        // An absent mandate has no committee, and nothing is ever decided by no signature.
        if (signatures.length != count || count == 0) revert WrongSignatureCount(signatures.length, count);
        uint256 oddKeys = mandate == STANDING ? _ledger.standingOddKeys : _ledger.emergencyOddKeys;
        for (uint256 i = 0; i < count; i++) {
            Signature calldata s = signatures[i];
            FrostSecp256k1.verifyUnderCheckedKey(id, _keyX[mandate][i], (oddKeys >> i) & 1, s.rx, s.ry, s.z);
        }
    }

    // ---------------------------------------------------------------- state

    /// @dev When the last site is back: a lift brings the end forward, the way back up is walked all the same.
    function _lastRampEnd(Occupant storage occupant) private view returns (uint256) {
        uint256 end = occupant.liftedAt < occupant.expiresAt ? occupant.liftedAt : occupant.expiresAt;
        return occupant.drill ? end : end + occupant.staggerSeconds + occupant.rampSeconds;
    }

    function _append(bytes32 id) private returns (uint64 number, bytes32 newHead) {
        number = _ledger.sequence + 1;
        _ledger.sequence = number;
        newHead = keccak256(abi.encodePacked(head, id, uint48(block.timestamp)));
        head = newHead;
    }

    function _epoch(uint8 mandate) private view returns (uint32) {
        return mandate == STANDING ? _ledger.standingEpoch : _ledger.emergencyEpoch;
    }

    function _committeeCount(uint8 mandate) private view returns (uint8) {
        return mandate == STANDING ? _ledger.standingCount : _ledger.emergencyCount;
    }
}
