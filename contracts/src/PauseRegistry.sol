// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DecisionHash} from "./DecisionHash.sol";
import {FrostSecp256k1} from "./FrostSecp256k1.sol";
import {IPauseRegistry} from "./IPauseRegistry.sol";
import {Ledger, LedgerFields, MandateState} from "./Ledger.sol";
import {Occupancy, OccupancyFields} from "./Occupancy.sol";
import {ParameterRules} from "./ParameterRules.sol";
import {PauseRules} from "./PauseRules.sol";
import {MAX_COMMITTEES, SeatRules, Seats} from "./Seats.sol";
import {StrictCallData} from "./StrictCallData.sol";

/// @title The registry that anchors pause decisions and keeps the head of their log
/// @dev docs/invariants.md says what holds before and after each call, storage slot by storage slot.
contract PauseRegistry is IPauseRegistry {
    /// @dev The latest pause of a slot and what has become of it.
    struct Occupant {
        bytes32 pauseId;
        Occupancy occupancy;
    }

    uint8 private constant STANDING = 0;
    uint8 private constant EMERGENCY = 1;

    /// @dev Twelve standing decisions side by side and four urgent ones; bounds the state for good.
    uint8 private constant SLOTS = 16;
    uint8 private constant FIRST_EMERGENCY_SLOT = 12;
    /// @dev A signature that is hoarded longer dies.
    uint256 private constant MAX_VALIDITY = 30 days;
    /// @dev A rotation voids what its target has signed: nobody may hold one back until an urgent decision is under way.
    uint256 private constant MAX_VALIDITY_OF_ROTATE = 1 days;
    /// @dev Three words of call data.
    uint256 private constant SIGNATURE_LENGTH = 96;
    /// @dev From this ceiling on a lapse lowers nothing.
    uint16 private constant LICENCE_OFF = 10_000;

    /// @inheritdoc IPauseRegistry
    bytes32 public head;
    Ledger private _ledger;
    Occupant[SLOTS] private _slots;
    Seats private _seats;

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
        ParameterRules.requireAll(parameters_);
        _exemptBelowPflops = parameters_.exemptBelowPflops;
        _leadSeconds = parameters_.leadSeconds;
        _minRampSeconds = parameters_.minRampSeconds;
        _licenceSeconds = parameters_.licenceSeconds;
        _lapseCeilingBps = parameters_.lapseCeilingBps;
        _lapseRampSeconds = parameters_.lapseRampSeconds;
        _lapseStaggerSeconds = parameters_.lapseStaggerSeconds;

        MandateState standingState = SeatRules.requireSeatable(STANDING, 0, standing);
        MandateState emergencyState = SeatRules.requireSeatable(EMERGENCY, 0, emergency);
        _seats.seat(STANDING, standing, 0);
        _seats.seat(EMERGENCY, emergency, 0);
        uint48 deployedAt = uint48(block.timestamp);
        uint48 until = deployedAt + parameters_.licenceSeconds;
        _ledger = LedgerFields.create(until, standingState, emergencyState);

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
    function anchorPause(Pause calldata given, Signature[] calldata signatures) external {
        Pause memory pause = StrictCallData.reader()(given, signatures);
        Ledger ledger = _ledger;
        MandateState mandate = _requireCurrent(ledger, pause.mandate, pause.epoch);
        _requireInTime(pause.proposedAt, pause.anchorBy, MAX_VALIDITY);
        _requirePlace(pause, mandate);
        PauseRules.requireScope(pause.scope, _exemptBelowPflops);
        uint256 startsAt = PauseRules.requireCeilingAndTimes(pause, _leadSeconds, _minRampSeconds);
        Occupant storage occupant = _slots[pause.slot];
        Occupancy occupancy = occupant.occupancy;
        if (block.timestamp < occupancy.freeAt()) revert SlotOccupied(pause.slot, occupancy.freeAt());
        _requireRising(pause.proposedAt, occupancy.latestProposedAt());

        bytes32 id = DecisionHash.idOf(pause);
        _requireSignatures(pause.mandate, mandate, new Committee[](0), id, signatures);

        if (pause.mandate == EMERGENCY && !pause.drill) ledger = ledger.emergencyDisarmed();
        occupant.pauseId = id;
        uint256 tail = pause.drill ? 0 : uint256(pause.staggerSeconds) + pause.rampSeconds;
        occupant.occupancy = OccupancyFields.taken(pause.proposedAt, startsAt, pause.expiresAt, tail, pause.drill);
        ledger = ledger.counted();
        _ledger = ledger;
        _emitPauseAnchored(id, ledger.sequence(), _chain(id));
    }

    /// @inheritdoc IPauseRegistry
    function anchorLift(Lift calldata lift, Signature[] calldata signatures) external {
        Ledger ledger = _ledger;
        MandateState mandate = _requireCurrent(ledger, lift.mandate, lift.epoch);
        _requireInTime(lift.proposedAt, lift.anchorBy, MAX_VALIDITY);
        _requireSlot(lift.slot, lift.mandate == STANDING ? 0 : FIRST_EMERGENCY_SLOT, SLOTS - 1);
        Occupant storage occupant = _slots[lift.slot];
        Occupancy occupancy = occupant.occupancy;
        _requireLiftable(lift, occupant.pauseId, occupancy);
        _requireRising(lift.proposedAt, occupancy.latestProposedAt());

        bytes32 id = DecisionHash.idOf(lift);
        _requireSignatures(lift.mandate, mandate, new Committee[](0), id, signatures);

        occupant.occupancy = occupancy.lifted(lift.proposedAt, block.timestamp);
        ledger = ledger.counted();
        _ledger = ledger;
        emit LiftAnchored(id, ledger.sequence(), uint48(block.timestamp), _chain(id), lift, signatures);
    }

    /// @inheritdoc IPauseRegistry
    function anchorWithdraw(Withdraw calldata withdraw, Signature[] calldata signatures) external {
        Ledger ledger = _ledger;
        MandateState mandate = _requireCurrent(ledger, withdraw.mandate, withdraw.epoch);
        _requireInTime(withdraw.proposedAt, withdraw.anchorBy, MAX_VALIDITY);
        _requireSlot(withdraw.slot, withdraw.mandate == STANDING ? 0 : FIRST_EMERGENCY_SLOT, SLOTS - 1);
        Occupant storage occupant = _slots[withdraw.slot];
        Occupancy occupancy = occupant.occupancy;
        if (withdraw.mandate == EMERGENCY && block.timestamp < occupancy.freeAt()) {
            revert SlotOccupied(withdraw.slot, occupancy.freeAt());
        }
        _requireRising(withdraw.proposedAt, occupancy.latestProposedAt());

        bytes32 id = DecisionHash.idOf(withdraw);
        _requireSignatures(withdraw.mandate, mandate, new Committee[](0), id, signatures);

        occupant.occupancy = occupancy.withdrawn(withdraw.proposedAt);
        ledger = ledger.counted();
        _ledger = ledger;
        emit WithdrawAnchored(id, ledger.sequence(), uint48(block.timestamp), _chain(id), withdraw, signatures);
    }

    /// @inheritdoc IPauseRegistry
    function anchorRenew(Renew calldata renew, Signature[] calldata signatures) external {
        Ledger ledger = _ledger;
        MandateState standing = _requireCurrent(ledger, renew.mandate, renew.epoch);
        _requireInTime(renew.proposedAt, renew.anchorBy, MAX_VALIDITY);
        _requireStanding(renew.mandate);
        _requireRenewable(renew.operatingUntil, ledger.operatingUntil());

        bytes32 id = DecisionHash.idOf(renew);
        _requireSignatures(STANDING, standing, new Committee[](0), id, signatures);

        ledger = ledger.renewed(renew.operatingUntil).counted();
        _ledger = ledger;
        emit RenewAnchored(id, ledger.sequence(), uint48(block.timestamp), _chain(id), renew, signatures);
    }

    /// @inheritdoc IPauseRegistry
    function anchorRotate(Rotate calldata rotate, Signature[] calldata signatures) external {
        Ledger ledger = _ledger;
        MandateState standing = _requireCurrent(ledger, rotate.mandate, rotate.epoch);
        _requireInTime(rotate.proposedAt, rotate.anchorBy, MAX_VALIDITY_OF_ROTATE);
        _requireStanding(rotate.mandate);
        MandateState old = _mandate(ledger, rotate.target);
        if (rotate.targetEpoch != old.epoch()) revert WrongTargetEpoch(rotate.targetEpoch, old.epoch());
        Committee[] memory list = rotate.committees;
        MandateState next = SeatRules.requireSeatable(rotate.target, old.epoch() + 1, list);

        bytes32 id = DecisionHash.idOf(rotate);
        Committee[] memory newcomers = _seats.newcomers(STANDING, standing, list);
        _requireSignatures(STANDING, standing, newcomers, id, signatures);

        _seats.seat(rotate.target, list, old.count());
        ledger = ledger.rotated(rotate.target, next).counted();
        _ledger = ledger;
        emit RotateAnchored(id, ledger.sequence(), uint48(block.timestamp), _chain(id), rotate, signatures);
    }

    /// @inheritdoc IPauseRegistry
    function sequence() external view returns (uint64) {
        return _ledger.sequence();
    }

    /// @inheritdoc IPauseRegistry
    function activePauses() external view returns (ActivePause[] memory active) {
        active = new ActivePause[](SLOTS);
        uint256 count;
        for (uint8 slot = 0; slot < SLOTS; slot++) {
            Occupancy occupancy = _slots[slot].occupancy;
            if (block.timestamp >= occupancy.freeAt()) continue;
            active[count++] = ActivePause({
                slot: slot,
                pauseId: _slots[slot].pauseId,
                drill: occupancy.isDrill(),
                expiresAt: occupancy.expiresAt(),
                liftedAt: occupancy.liftedAt(),
                lastRampEndsAt: occupancy.freeAt(),
                latestProposedAt: occupancy.latestProposedAt()
            });
        }
        assembly ("memory-safe") {
            mstore(active, count)
        }
    }

    /// @inheritdoc IPauseRegistry
    function committees(uint8 mandate) external view returns (Committee[] memory) {
        return _seats.seated(mandate, _mandate(_ledger, mandate));
    }

    /// @inheritdoc IPauseRegistry
    function epoch(uint8 mandate) external view returns (uint32) {
        return _mandate(_ledger, mandate).epoch();
    }

    /// @inheritdoc IPauseRegistry
    function emergencyArmed() external view returns (bool) {
        return _ledger.mandate(EMERGENCY).armed();
    }

    /// @inheritdoc IPauseRegistry
    function operatingUntil() external view returns (uint48) {
        return _ledger.operatingUntil();
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
    function pauseId(Pause calldata pause) external view returns (bytes32) {
        return DecisionHash.idOf(pause);
    }

    /// @inheritdoc IPauseRegistry
    function liftId(Lift calldata lift) external view returns (bytes32) {
        return DecisionHash.idOf(lift);
    }

    /// @inheritdoc IPauseRegistry
    function withdrawId(Withdraw calldata withdraw) external view returns (bytes32) {
        return DecisionHash.idOf(withdraw);
    }

    /// @inheritdoc IPauseRegistry
    function renewId(Renew calldata renew) external view returns (bytes32) {
        return DecisionHash.idOf(renew);
    }

    /// @inheritdoc IPauseRegistry
    function rotateId(Rotate calldata rotate) external view returns (bytes32) {
        return DecisionHash.idOf(rotate);
    }

    /// @dev Writes every storage slot that a first pause would otherwise pay for, with values that occupy nothing:
    /// a pause, perhaps in an emergency, then costs the same the first time as ever after.
    function _warm(bytes32 genesis) private {
        for (uint8 slot = 0; slot < SLOTS; slot++) {
            _slots[slot] = Occupant(genesis, OccupancyFields.vacant());
        }
    }

    function _mandate(Ledger ledger, uint8 mandate) private pure returns (MandateState) {
        if (mandate > EMERGENCY) revert UnknownMandate(mandate, EMERGENCY);
        return ledger.mandate(mandate);
    }

    function _requireCurrent(Ledger ledger, uint8 mandate, uint32 epoch_) private pure returns (MandateState state) {
        state = _mandate(ledger, mandate);
        if (epoch_ != state.epoch()) revert WrongEpoch(epoch_, state.epoch());
    }

    function _requireInTime(uint48 proposedAt, uint48 anchorBy, uint256 validity) private view {
        if (proposedAt > block.timestamp) revert ProposedInFuture(proposedAt, block.timestamp);
        if (anchorBy < block.timestamp) revert AnchorByPassed(anchorBy, block.timestamp);
        uint256 latest = proposedAt + validity;
        if (anchorBy > latest) revert AnchorByTooLate(anchorBy, latest);
    }

    function _requireStanding(uint8 mandate) private pure {
        if (mandate != STANDING) revert MandateNotStanding(mandate, STANDING);
    }

    function _requireRenewable(uint48 until, uint48 current) private view {
        if (_lapseCeilingBps >= LICENCE_OFF) revert LicenceOff(_lapseCeilingBps, LICENCE_OFF - 1);
        if (until <= block.timestamp) revert OperatingUntilPassed(until, block.timestamp);
        if (until <= current) revert OperatingUntilNotRising(until, current);
        uint256 latest = block.timestamp + _licenceSeconds;
        if (until > latest) revert OperatingUntilTooLate(until, latest);
    }

    function _requirePlace(Pause memory pause, MandateState mandate) private pure {
        uint8 slot = pause.slot;
        if (pause.mandate == STANDING) _requireSlot(slot, 0, FIRST_EMERGENCY_SLOT - 1);
        else _requireSlot(slot, FIRST_EMERGENCY_SLOT, SLOTS - 1);
        if (pause.drill) {
            if (slot != 10 && slot != 11 && slot != 15) revert SlotNotForDrills(slot);
        } else if (pause.mandate == EMERGENCY && !mandate.armed()) {
            revert EmergencyDisarmed();
        }
    }

    function _requireSlot(uint8 slot, uint8 first, uint8 last) private pure {
        if (slot < first || slot > last) revert SlotOutOfRange(slot, first, last);
    }

    function _requireLiftable(Lift calldata lift, bytes32 occupant, Occupancy occupancy) private view {
        if (block.timestamp >= occupancy.freeAt()) revert SlotNotOccupied(lift.slot);
        if (lift.pauseId != occupant) revert WrongPause(lift.pauseId, occupant);
        if (occupancy.liftedAt() != OccupancyFields.NEVER) revert AlreadyLifted(occupancy.liftedAt());
        if (block.timestamp >= occupancy.expiresAt()) revert PauseExpired(occupancy.expiresAt(), block.timestamp);
    }

    function _requireRising(uint48 proposedAt, uint48 latest) private pure {
        if (proposedAt <= latest) revert ProposedAtNotRising(proposedAt, latest);
    }

    /// @dev Requires one signature from each committee of a mandate, then one from each newcomer, so that no mandate is
    /// given to a key that nobody holds.
    function _requireSignatures(
        uint8 mandate,
        MandateState state,
        Committee[] memory newcomers,
        bytes32 id,
        Signature[] calldata signatures
    ) private view {
        uint256 count = state.count();
        uint256 required = count + newcomers.length;
        // An absent mandate has no committee, and nothing is ever decided by no signature.
        if (signatures.length != required || required == 0) revert WrongSignatureCount(signatures.length, required);
        uint256[MAX_COMMITTEES] storage keys = _seats.keyX[mandate];
        uint256 prepared = FrostSecp256k1.prepare(id);
        uint256 next = _startOf(signatures);
        for (uint256 i = 0; i < required;) {
            (uint256 x, uint256 yParity) = i < count
                ? (SeatRules.keyAt(keys, i), state.keyParity(i))
                : (newcomers[i - count].x, newcomers[i - count].y & 1);
            (uint256 rx, uint256 ry, uint256 z) = _signatureAt(next);
            FrostSecp256k1.verifyPrepared(prepared, x, yParity, rx, ry, z);
            unchecked {
                i++;
                next += SIGNATURE_LENGTH;
            }
        }
    }

    function _startOf(Signature[] calldata signatures) private pure returns (uint256 first) {
        assembly ("memory-safe") {
            first := signatures.offset
        }
    }

    /// @dev The signature at a place of the call data, read without asking again whether it is in the list.
    function _signatureAt(uint256 place) private pure returns (uint256 rx, uint256 ry, uint256 z) {
        assembly ("memory-safe") {
            rx := calldataload(place)
            ry := calldataload(add(place, 32))
            z := calldataload(add(place, 64))
        }
    }

    /// @dev head_n = keccak256(head_{n-1} ‖ id ‖ anchoredAt), the last in six bytes.
    function _chain(bytes32 id) private returns (bytes32 next) {
        bytes32 previous = head;
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, previous)
            mstore(add(m, 32), id)
            mstore(add(m, 64), shl(208, timestamp()))
            next := keccak256(m, 70)
        }
        head = next;
    }

    /// @dev Emits PauseAnchored. Its data are anchoredAt and head, then the arguments of the call as they came, each
    /// offset greater by the two words put before them. The sequence comes as a whole word, since assembly is promised
    /// nothing about the upper bits of a shorter one.
    function _emitPauseAnchored(bytes32 id, uint256 sequence_, bytes32 newHead) private {
        bytes32 topic = PauseAnchored.selector;
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, timestamp())
            mstore(add(m, 32), newHead)
            mstore(add(m, 64), 0x80)
            mstore(add(m, 96), add(calldataload(0x24), 0x40))
            let rest := sub(calldatasize(), 0x44)
            calldatacopy(add(m, 128), 0x44, rest)
            log3(m, add(128, rest), topic, id, sequence_)
        }
    }
}
