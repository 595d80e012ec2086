// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title The registry that anchors pause decisions and keeps the head of their log
/// @notice No owner, no proxy, no administrator, no ether. Anyone may submit a decision that carries one valid group
/// signature from each committee of its mandate; nothing else changes anything. Section names in quotes are those of
/// the protocol page. Mandates are numbered 0 (`STANDING`) and 1 (`EMERGENCY`).
/// @dev Every function checks in the order in which its errors are listed and names the first rule broken.
interface IPauseRegistry {
    /// @notice What a registry is deployed with and never changes ("Exact encodings").
    struct Parameters {
        uint64 exemptBelowPflops;
        uint32 leadSeconds;
        uint32 minRampSeconds;
        uint32 licenceSeconds;
        uint16 lapseCeilingBps;
        uint32 lapseRampSeconds;
        uint32 lapseStaggerSeconds;
    }

    /// @notice One body: its group key, whether it is civil, and the SHA-256 of its roster.
    struct Committee {
        uint256 x;
        uint256 y;
        bool civil;
        bytes32 roster;
    }

    /// @notice Which sites a pause reaches.
    struct Scope {
        uint16[] regions;
        uint8 hardwareClasses;
        uint64 minPeakPflops;
    }

    /// @notice A decision to lower the ceiling of the sites in a scope for a time ("Decisions").
    struct Pause {
        uint8 mandate;
        uint32 epoch;
        uint8 slot;
        uint16 ceilingBps;
        uint48 effectiveAt;
        uint48 expiresAt;
        uint32 rampSeconds;
        uint32 staggerSeconds;
        Scope scope;
        bool drill;
        uint48 proposedAt;
        uint48 anchorBy;
        bytes32 reasonHash;
    }

    /// @notice A decision to end a pause before its time ("Decisions").
    struct Lift {
        uint8 mandate;
        uint32 epoch;
        uint8 slot;
        bytes32 pauseId;
        uint48 proposedAt;
        uint48 anchorBy;
        bytes32 reasonHash;
    }

    /// @notice A decision that voids every pause and lift proposed for a slot before it ("Decisions"). It changes no
    /// ceiling.
    struct Withdraw {
        uint8 mandate;
        uint32 epoch;
        uint8 slot;
        uint48 proposedAt;
        uint48 anchorBy;
        bytes32 reasonHash;
    }

    /// @notice A decision to prolong the operating licence ("Operating licence").
    struct Renew {
        uint8 mandate;
        uint32 epoch;
        uint48 operatingUntil;
        uint48 proposedAt;
        uint48 anchorBy;
        bytes32 reasonHash;
    }

    /// @notice A decision to replace the committees of a mandate, its target ("Decisions"). No committee at all deletes
    /// `EMERGENCY`.
    struct Rotate {
        uint8 mandate;
        uint32 epoch;
        uint8 target;
        uint32 targetEpoch;
        Committee[] committees;
        uint48 proposedAt;
        uint48 anchorBy;
        bytes32 reasonHash;
    }

    /// @notice A group signature (R, z) over a decision's id; R by its affine coordinates.
    struct Signature {
        uint256 rx;
        uint256 ry;
        uint256 z;
    }

    /// @notice An occupied slot. `liftedAt` is 2^48 - 1 while there is no lift. `lastRampEndsAt` is when the last site
    /// is back at full capacity (for a drill: its end) and the slot is free again. `latestProposedAt` is what the next
    /// decision for this slot must exceed.
    struct ActivePause {
        uint8 slot;
        bytes32 pauseId;
        bool drill;
        uint48 expiresAt;
        uint48 liftedAt;
        uint48 lastRampEndsAt;
        uint48 latestProposedAt;
    }

    /// @notice The registry was deployed. `head` is head_0; epochs are 0, `EMERGENCY` is armed if it has committees.
    event Genesis(
        bytes32 indexed head,
        uint256 chainId,
        uint48 deployedAt,
        uint48 operatingUntil,
        Parameters parameters,
        Committee[] standing,
        Committee[] emergency
    );

    /// @notice A pause became entry `sequence` of the log at `anchoredAt`, and `head` the head after it.
    event PauseAnchored(
        bytes32 indexed id,
        uint64 indexed sequence,
        uint48 anchoredAt,
        bytes32 head,
        Pause pause,
        Signature[] signatures
    );

    /// @notice A lift became entry `sequence` of the log at `anchoredAt`, and `head` the head after it.
    event LiftAnchored(
        bytes32 indexed id, uint64 indexed sequence, uint48 anchoredAt, bytes32 head, Lift lift, Signature[] signatures
    );

    /// @notice A withdrawal became entry `sequence` of the log at `anchoredAt`, and `head` the head after it.
    event WithdrawAnchored(
        bytes32 indexed id,
        uint64 indexed sequence,
        uint48 anchoredAt,
        bytes32 head,
        Withdraw withdraw,
        Signature[] signatures
    );

    /// @notice A renewal became entry `sequence` of the log at `anchoredAt`, and `head` the head after it.
    event RenewAnchored(
        bytes32 indexed id,
        uint64 indexed sequence,
        uint48 anchoredAt,
        bytes32 head,
        Renew renew,
        Signature[] signatures
    );

    /// @notice A rotation became entry `sequence` of the log at `anchoredAt`, and `head` the head after it.
    event RotateAnchored(
        bytes32 indexed id,
        uint64 indexed sequence,
        uint48 anchoredAt,
        bytes32 head,
        Rotate rotate,
        Signature[] signatures
    );

    // Errors of deployment, in the order checked.

    /// @notice No site would be exempt, or consumer hardware could be reached.
    error ExemptionTooLow(uint64 exemptBelowPflops, uint64 minimum);
    error LeadTooLong(uint32 leadSeconds, uint32 maximum);
    /// @notice A pause would begin with the block that anchors it, outside a chain made for tests.
    error LeadTooShort(uint32 leadSeconds, uint32 minimum);
    /// @notice A ramp of the parameters is zero or longer than a day.
    error RampParameterOutOfRange(uint32 rampSeconds, uint32 minimum, uint32 maximum);
    /// @notice A lapse would be a kill switch, or its ceiling is above full capacity; 10000 switches the licence off.
    error LapseCeilingOutOfRange(uint16 lapseCeilingBps, uint16 minimum, uint16 maximum);
    /// @notice With the licence on, nobody may be slowed by a lapse at shorter notice.
    error LeadTooShortForLicence(uint32 leadSeconds, uint32 minimum);
    /// @notice With the licence on, a licence of no time could never be renewed.
    error LicenceTooShort(uint32 licenceSeconds, uint32 minimum);
    error LapseStaggerTooLong(uint32 lapseStaggerSeconds, uint32 maximum);
    error CommitteeCountOutOfRange(uint8 mandate, uint256 count, uint256 minimum, uint256 maximum);
    /// @notice Committees are not strictly ascending by x, so one body could count twice.
    error CommitteesNotAscending(uint8 mandate, uint256 x, uint256 previousX);
    /// @notice None of the committees of `STANDING` is civil.
    error NoCivilCommittee();

    // Errors of decisions, in the order checked.

    /// @notice The arguments are not encoded in the strict mode of the ABI specification.
    error NotStrictlyEncoded();
    error UnknownMandate(uint8 mandate, uint8 maximum);
    error WrongEpoch(uint32 epoch, uint32 current);
    error ProposedInFuture(uint48 proposedAt, uint256 now_);
    error AnchorByPassed(uint48 anchorBy, uint256 now_);
    error AnchorByTooLate(uint48 anchorBy, uint256 latest);
    /// @notice The slot is outside the mandate's range.
    error SlotOutOfRange(uint8 slot, uint8 first, uint8 last);
    /// @notice Exercises have slots of their own (10, 11 and 15), so that they never stand in the way.
    error SlotNotForDrills(uint8 slot);
    /// @notice `EMERGENCY` has used its one shot; `STANDING` has not re-armed it.
    error EmergencyDisarmed();
    error TooManyRegions(uint256 count, uint256 maximum);
    error RegionsNotAscending(uint256 region, uint256 previous);
    error RegionOutOfRange(uint256 region, uint256 maximum);
    error HardwareClassesOutOfRange(uint8 hardwareClasses, uint8 minimum, uint8 maximum);
    /// @notice The pause would reach sites that no decision can reach.
    error ScopeReachesExempt(uint64 minPeakPflops, uint64 exemptBelowPflops);
    error CeilingOutOfRange(uint16 ceilingBps, uint16 minimum, uint16 maximum);
    error EffectiveTooLate(uint48 effectiveAt, uint256 latest);
    error RampOutOfRange(uint32 rampSeconds, uint32 minimum, uint32 maximum);
    error StaggerTooLong(uint32 staggerSeconds, uint32 maximum);
    error ExpiresTooEarly(uint48 expiresAt, uint256 earliest);
    error PauseTooLong(uint256 duration, uint256 maximum);
    error SlotOccupied(uint8 slot, uint256 until);
    error SlotNotOccupied(uint8 slot);
    error WrongPause(bytes32 pauseId, bytes32 occupant);
    error AlreadyLifted(uint48 liftedAt);
    error PauseExpired(uint48 expiresAt, uint256 now_);
    error ProposedAtNotRising(uint48 proposedAt, uint48 latest);
    /// @notice Only `STANDING` renews and rotates.
    error MandateNotStanding(uint8 mandate, uint8 required);
    /// @notice The registry was deployed without the operating licence: there is nothing to renew.
    error LicenceOff(uint16 lapseCeilingBps, uint16 maximum);
    error OperatingUntilPassed(uint48 operatingUntil, uint256 now_);
    error OperatingUntilNotRising(uint48 operatingUntil, uint48 current);
    error OperatingUntilTooLate(uint48 operatingUntil, uint256 latest);
    error WrongTargetEpoch(uint32 targetEpoch, uint32 current);
    error WrongSignatureCount(uint256 count, uint256 required);

    /// @notice Anchors a pause.
    /// @dev Errors, first broken first: NotStrictlyEncoded, UnknownMandate, WrongEpoch, ProposedInFuture, AnchorByPassed,
    /// AnchorByTooLate, SlotOutOfRange, SlotNotForDrills, EmergencyDisarmed, TooManyRegions, RegionsNotAscending,
    /// RegionOutOfRange, HardwareClassesOutOfRange, ScopeReachesExempt, CeilingOutOfRange, EffectiveTooLate, RampOutOfRange,
    /// StaggerTooLong, ExpiresTooEarly, PauseTooLong, SlotOccupied, ProposedAtNotRising, WrongSignatureCount, then for
    /// each signature those of FrostSecp256k1: InvalidCommitment, ResponseOutOfRange, ZeroChallenge, WrongSignature.
    /// @param pause the decision
    /// @param signatures one over its id from each committee of its mandate, in the committees' order
    function anchorPause(Pause calldata pause, Signature[] calldata signatures) external;

    /// @notice Anchors a lift.
    /// @dev Errors, first broken first: UnknownMandate, WrongEpoch, ProposedInFuture, AnchorByPassed, AnchorByTooLate,
    /// SlotOutOfRange, SlotNotOccupied, WrongPause, AlreadyLifted, PauseExpired, ProposedAtNotRising,
    /// WrongSignatureCount, then those of the signatures as for a pause.
    /// @param lift the decision
    /// @param signatures one over its id from each committee of its mandate, in the committees' order
    function anchorLift(Lift calldata lift, Signature[] calldata signatures) external;

    /// @notice Anchors a withdrawal: pauses and lifts of this slot that were proposed at its `proposedAt` or before, and
    /// are not anchored yet, never will be. What is anchored stays as it is.
    /// @dev Errors, first broken first: UnknownMandate, WrongEpoch, ProposedInFuture, AnchorByPassed, AnchorByTooLate,
    /// SlotOutOfRange, SlotOccupied (only for `EMERGENCY`, which could otherwise void the lifts by which `STANDING` ends
    /// its pauses), ProposedAtNotRising, WrongSignatureCount, then those of the signatures as for a pause.
    /// @param withdraw the decision
    /// @param signatures one over its id from each committee of its mandate, in the committees' order
    function anchorWithdraw(Withdraw calldata withdraw, Signature[] calldata signatures) external;

    /// @notice Anchors a renewal of the operating licence.
    /// @dev Errors, first broken first: UnknownMandate, WrongEpoch, ProposedInFuture, AnchorByPassed, AnchorByTooLate,
    /// MandateNotStanding, LicenceOff, OperatingUntilPassed, OperatingUntilNotRising, OperatingUntilTooLate,
    /// WrongSignatureCount, then those of the signatures as for a pause.
    /// @param renew the decision
    /// @param signatures one over its id from each committee of `STANDING`, in the committees' order
    function anchorRenew(Renew calldata renew, Signature[] calldata signatures) external;

    /// @notice Anchors a rotation: the target has these committees from now on and its epoch is one higher. Given
    /// committees, `EMERGENCY` is armed again; its slots and running pauses stay as they are.
    /// @dev Errors, first broken first: UnknownMandate (of `mandate`), WrongEpoch, ProposedInFuture, AnchorByPassed,
    /// AnchorByTooLate (a day after proposedAt), MandateNotStanding, UnknownMandate (of `target`), WrongTargetEpoch,
    /// CommitteeCountOutOfRange, for each committee FrostSecp256k1.InvalidKey and CommitteesNotAscending,
    /// NoCivilCommittee, WrongSignatureCount, then those of the signatures as for a pause.
    /// @param rotate the decision
    /// @param signatures one over its id from each committee that `STANDING` has now, in the committees' order, then one
    /// from each listed committee whose key is none of those, in the listed order (its proof of possession)
    function anchorRotate(Rotate calldata rotate, Signature[] calldata signatures) external;

    /// @notice The hash chain over the whole log; also storage slot 0, for proofs by EIP-1186.
    function head() external view returns (bytes32);

    /// @notice The number of decisions anchored.
    function sequence() external view returns (uint64);

    /// @notice The occupied slots, ascending. A lifted or expired pause stays until its last ramp has ended; one that was
    /// lifted before it began is gone at once.
    function activePauses() external view returns (ActivePause[] memory);

    /// @notice The committees of a mandate, ascending by x; none if it is absent.
    function committees(uint8 mandate) external view returns (Committee[] memory);

    /// @notice How often the committees of a mandate were replaced, its deletions counted too. Never reset.
    function epoch(uint8 mandate) external view returns (uint32);

    /// @notice Whether `EMERGENCY` exists and may still anchor a pause that is no drill.
    function emergencyArmed() external view returns (bool);

    /// @notice Until when the operating licence runs. Without effect while it is off (`lapseCeilingBps` 10000).
    function operatingUntil() external view returns (uint48);

    /// @notice What the registry was deployed with.
    function parameters() external view returns (Parameters memory);

    /// @notice The id of a pause for this chain and registry: its EIP-712 digest. Checks no bound.
    function pauseId(Pause calldata pause) external view returns (bytes32);

    /// @notice The id of a lift for this chain and registry: its EIP-712 digest. Checks no bound.
    function liftId(Lift calldata lift) external view returns (bytes32);

    /// @notice The id of a withdrawal for this chain and registry: its EIP-712 digest. Checks no bound.
    function withdrawId(Withdraw calldata withdraw) external view returns (bytes32);

    /// @notice The id of a renewal for this chain and registry: its EIP-712 digest. Checks no bound.
    function renewId(Renew calldata renew) external view returns (bytes32);

    /// @notice The id of a rotation for this chain and registry: its EIP-712 digest. Checks no bound.
    function rotateId(Rotate calldata rotate) external view returns (bytes32);
}
