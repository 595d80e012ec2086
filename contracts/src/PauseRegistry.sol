// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DecisionHash} from "./DecisionHash.sol";
import {FrostSecp256k1} from "./FrostSecp256k1.sol";
import {IPauseRegistry} from "./IPauseRegistry.sol";
import {Ledger, LedgerFields, MandateFields, MandateState} from "./Ledger.sol";
import {Occupancy, OccupancyFields} from "./Occupancy.sol";
import {ParameterRules} from "./ParameterRules.sol";
import {PauseRules} from "./PauseRules.sol";
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

    /// @dev More bodies than anyone has asked for, and few enough that a certificate stays cheap to anchor.
    uint256 private constant MAX_COMMITTEES = 5;
    /// @dev Twelve standing decisions side by side and four urgent ones; bounds the state for good.
    uint8 private constant SLOTS = 16;
    uint8 private constant FIRST_EMERGENCY_SLOT = 12;
    /// @dev A signature that is hoarded longer dies.
    uint256 private constant MAX_VALIDITY = 30 days;

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
        ParameterRules.requireAll(parameters_);
        _exemptBelowPflops = parameters_.exemptBelowPflops;
        _leadSeconds = parameters_.leadSeconds;
        _minRampSeconds = parameters_.minRampSeconds;
        _licenceSeconds = parameters_.licenceSeconds;
        _lapseCeilingBps = parameters_.lapseCeilingBps;
        _lapseRampSeconds = parameters_.lapseRampSeconds;
        _lapseStaggerSeconds = parameters_.lapseStaggerSeconds;

        MandateState standingState = _found(STANDING, standing);
        _requireCivil(standing);
        MandateState emergencyState = _found(EMERGENCY, emergency);
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
        Pause memory pause = StrictCallData.read(given, signatures);
        Ledger ledger = _ledger;
        MandateState mandate = _requireCurrent(ledger, pause.mandate, pause.epoch, pause.proposedAt, pause.anchorBy);
        _requirePlace(pause, mandate);
        PauseRules.requireScope(pause.scope, _exemptBelowPflops);
        PauseRules.requireCeilingAndTimes(pause, _leadSeconds, _minRampSeconds);
        Occupant storage occupant = _slots[pause.slot];
        Occupancy occupancy = occupant.occupancy;
        if (block.timestamp < occupancy.freeAt()) revert SlotOccupied(pause.slot, occupancy.freeAt());
        _requireRising(pause.proposedAt, occupancy.latestProposedAt());

        bytes32 id = DecisionHash.idOf(pause);
        _requireSignatures(pause.mandate, mandate, id, signatures);

        if (pause.mandate == EMERGENCY && !pause.drill) ledger = ledger.emergencyDisarmed();
        occupant.pauseId = id;
        uint256 tail = pause.drill ? 0 : uint256(pause.staggerSeconds) + pause.rampSeconds;
        occupant.occupancy = OccupancyFields.taken(pause.proposedAt, pause.expiresAt, tail, pause.drill);
        ledger = ledger.counted();
        _ledger = ledger;
        _emitPauseAnchored(id, ledger.sequence(), _chain(id));
    }

    /// @inheritdoc IPauseRegistry
    function anchorLift(Lift calldata lift, Signature[] calldata signatures) external {
        Ledger ledger = _ledger;
        MandateState mandate = _requireCurrent(ledger, lift.mandate, lift.epoch, lift.proposedAt, lift.anchorBy);
        _requireSlot(lift.slot, lift.mandate == STANDING ? 0 : FIRST_EMERGENCY_SLOT, SLOTS - 1);
        Occupant storage occupant = _slots[lift.slot];
        Occupancy occupancy = occupant.occupancy;
        _requireLiftable(lift, occupant.pauseId, occupancy);
        _requireRising(lift.proposedAt, occupancy.latestProposedAt());

        bytes32 id = DecisionHash.idOf(lift);
        _requireSignatures(lift.mandate, mandate, id, signatures);

        occupant.occupancy = occupancy.lifted(lift.proposedAt, block.timestamp);
        ledger = ledger.counted();
        _ledger = ledger;
        emit LiftAnchored(id, ledger.sequence(), uint48(block.timestamp), _chain(id), lift, signatures);
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
    function committees(uint8 mandate) external view returns (Committee[] memory list) {
        MandateState state = _mandate(_ledger, mandate);
        list = new Committee[](state.count());
        for (uint256 i = 0; i < list.length; i++) {
            list[i] = Committee(_keyX[mandate][i], _keyY[mandate][i], state.isCivil(i), _rosters[mandate][i]);
        }
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

    /// @dev Stores the committees of a mandate. Their keys are checked here once, so that no later call has to.
    function _found(uint8 mandate, Committee[] memory list) private returns (MandateState) {
        uint256 minimum = mandate == STANDING ? 1 : 0;
        if (list.length < minimum || list.length > MAX_COMMITTEES) {
            revert CommitteeCountOutOfRange(mandate, list.length, minimum, MAX_COMMITTEES);
        }
        uint256 previousX = 0;
        uint256 oddKeys = 0;
        uint256 civil = 0;
        for (uint256 i = 0; i < list.length; i++) {
            Committee memory body = list[i];
            FrostSecp256k1.requireKey(body.x, body.y);
            if (body.x <= previousX) revert CommitteesNotAscending(mandate, body.x, previousX);
            previousX = body.x;
            oddKeys |= (body.y & 1) << i;
            if (body.civil) civil |= 1 << i;
            _keyX[mandate][i] = body.x;
            _keyY[mandate][i] = body.y;
            _rosters[mandate][i] = body.roster;
        }
        return MandateFields.create(0, list.length, oddKeys, civil, mandate == EMERGENCY && list.length > 0);
    }

    function _requireCivil(Committee[] memory list) private pure {
        for (uint256 i = 0; i < list.length; i++) {
            if (list[i].civil) return;
        }
        revert NoCivilCommittee();
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

    function _requireCurrent(Ledger ledger, uint8 mandate, uint32 epoch_, uint48 proposedAt, uint48 anchorBy)
        private
        view
        returns (MandateState state)
    {
        state = _mandate(ledger, mandate);
        if (epoch_ != state.epoch()) revert WrongEpoch(epoch_, state.epoch());
        if (proposedAt > block.timestamp) revert ProposedInFuture(proposedAt, block.timestamp);
        if (anchorBy < block.timestamp) revert AnchorByPassed(anchorBy, block.timestamp);
        uint256 latest = proposedAt + MAX_VALIDITY;
        if (anchorBy > latest) revert AnchorByTooLate(anchorBy, latest);
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

    function _requireSignatures(uint8 mandate, MandateState state, bytes32 id, Signature[] calldata signatures)
        private
        view
    {
        uint256 count = state.count();
        // An absent mandate has no committee, and nothing is ever decided by no signature.
        if (signatures.length != count || count == 0) revert WrongSignatureCount(signatures.length, count);
        uint256[MAX_COMMITTEES] storage keys = _keyX[mandate];
        for (uint256 i = 0; i < count; i++) {
            Signature calldata s = signatures[i];
            FrostSecp256k1.verifyUnderCheckedKey(id, keys[i], state.keyParity(i), s.rx, s.ry, s.z);
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
    /// offset greater by the two words put before them.
    function _emitPauseAnchored(bytes32 id, uint64 sequence_, bytes32 newHead) private {
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
