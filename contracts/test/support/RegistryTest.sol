// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../../src/IPauseRegistry.sol";
import {Schnorr} from "./Schnorr.sol";
import {Test} from "./Test.sol";

/// @notice A registry with one committee a mandate (alice decides, bob decides in an emergency) and the words to speak
/// about it. Signing comes last, so that a test may change a decision first.
abstract contract RegistryTest is Test {
    uint8 internal constant STANDING = 0;
    uint8 internal constant EMERGENCY = 1;
    uint48 internal constant NEVER = type(uint48).max;
    uint256 internal constant NOW = 1_800_000_000;
    uint32 internal constant LEAD = 600;
    uint32 internal constant RAMP = 900;
    uint32 internal constant STAGGER = 300;

    IPauseRegistry internal registry;
    Schnorr.Key[] internal standingKeys;
    Schnorr.Key[] internal emergencyKeys;

    function setUp() public virtual {
        vm.warp(NOW);
        vm.chainId(31_337);
        standingKeys.push(Schnorr.keyOf("alice"));
        emergencyKeys.push(Schnorr.keyOf("bob"));
        deploy();
    }

    function deploy() internal {
        registry = deployed(parameters(), bodies(standingKeys), bodies(emergencyKeys));
    }

    function deployed(
        IPauseRegistry.Parameters memory p,
        IPauseRegistry.Committee[] memory standing,
        IPauseRegistry.Committee[] memory emergency
    ) internal returns (IPauseRegistry) {
        return IPauseRegistry(create("PauseRegistry.sol:PauseRegistry", abi.encode(p, standing, emergency)));
    }

    /// @notice Brings keys into the order in which a mandate holds its committees.
    function sortByX(Schnorr.Key[] storage keys) internal {
        for (uint256 i = 0; i < keys.length; i++) {
            for (uint256 j = i + 1; j < keys.length; j++) {
                if (keys[j].x < keys[i].x) _swap(keys, i, j);
            }
        }
    }

    function _swap(Schnorr.Key[] storage keys, uint256 i, uint256 j) private {
        Schnorr.Key memory kept = keys[i];
        keys[i] = keys[j];
        keys[j] = kept;
    }

    function parameters() internal pure returns (IPauseRegistry.Parameters memory) {
        return IPauseRegistry.Parameters({
            exemptBelowPflops: 16,
            leadSeconds: LEAD,
            minRampSeconds: 60,
            licenceSeconds: 604_800,
            lapseCeilingBps: 10_000,
            lapseRampSeconds: 3_600,
            lapseStaggerSeconds: 0
        });
    }

    function bodies(Schnorr.Key[] memory keys) internal pure returns (IPauseRegistry.Committee[] memory list) {
        list = new IPauseRegistry.Committee[](keys.length);
        for (uint256 i = 0; i < keys.length; i++) {
            list[i] = IPauseRegistry.Committee(keys[i].x, keys[i].y, true, keccak256(abi.encode("roster", keys[i].x)));
        }
    }

    /// @notice A pause of STANDING in slot 0 for a day, in four regions.
    function aPause() internal view returns (IPauseRegistry.Pause memory pause) {
        uint16[] memory regions = new uint16[](4);
        (regions[0], regions[1], regions[2], regions[3]) = (156, 250, 276, 840);
        pause.mandate = STANDING;
        pause.epoch = 0;
        pause.slot = 0;
        pause.ceilingBps = 500;
        pause.effectiveAt = uint48(block.timestamp + 3_600);
        pause.expiresAt = uint48(block.timestamp + 90_000);
        pause.rampSeconds = RAMP;
        pause.staggerSeconds = STAGGER;
        pause.scope = IPauseRegistry.Scope(regions, 5, 1_000);
        pause.drill = false;
        pause.proposedAt = uint48(block.timestamp - 60);
        pause.anchorBy = uint48(block.timestamp + 86_400);
        pause.reasonHash = keccak256("reasons");
    }

    /// @notice A pause of EMERGENCY in slot 12 for a day.
    function anEmergencyPause() internal view returns (IPauseRegistry.Pause memory pause) {
        pause = aPause();
        pause.mandate = EMERGENCY;
        pause.slot = 12;
    }

    /// @notice A drill of STANDING in slot 10 for a day.
    function aDrill() internal view returns (IPauseRegistry.Pause memory pause) {
        pause = aPause();
        pause.drill = true;
        pause.slot = 10;
    }

    /// @notice A lift of a pause by the mandate that took it, proposed a second after it.
    function aLiftOf(IPauseRegistry.Pause memory pause) internal view returns (IPauseRegistry.Lift memory) {
        return IPauseRegistry.Lift({
            mandate: pause.mandate,
            epoch: 0,
            slot: pause.slot,
            pauseId: registry.pauseId(pause),
            proposedAt: pause.proposedAt + 1,
            anchorBy: pause.proposedAt + 30 days,
            reasonHash: keccak256("reasons")
        });
    }

    /// @notice A withdrawal of everything proposed for a slot until now.
    function aWithdrawal(uint8 mandate, uint8 slot) internal view returns (IPauseRegistry.Withdraw memory) {
        return IPauseRegistry.Withdraw({
            mandate: mandate,
            epoch: 0,
            slot: slot,
            proposedAt: uint48(block.timestamp),
            anchorBy: uint48(block.timestamp + 86_400),
            reasonHash: keccak256("reasons")
        });
    }

    function signed(uint8 mandate, bytes32 id) internal returns (IPauseRegistry.Signature[] memory list) {
        return signedBy(mandate == EMERGENCY ? emergencyKeys : standingKeys, id);
    }

    function signedBy(Schnorr.Key[] memory keys, bytes32 id) internal returns (IPauseRegistry.Signature[] memory list) {
        list = new IPauseRegistry.Signature[](keys.length);
        for (uint256 i = 0; i < keys.length; i++) {
            Schnorr.Proof memory proof = Schnorr.sign(keys[i], id);
            list[i] = IPauseRegistry.Signature(proof.rx, proof.ry, proof.z);
        }
    }

    function anchor(IPauseRegistry.Pause memory pause) internal returns (bytes32 id) {
        id = registry.pauseId(pause);
        registry.anchorPause(pause, signed(pause.mandate, id));
    }

    function anchor(IPauseRegistry.Lift memory lift) internal returns (bytes32 id) {
        id = registry.liftId(lift);
        registry.anchorLift(lift, signed(lift.mandate, id));
    }

    function anchor(IPauseRegistry.Withdraw memory withdraw) internal returns (bytes32 id) {
        id = registry.withdrawId(withdraw);
        registry.anchorWithdraw(withdraw, signed(withdraw.mandate, id));
    }

    /// @notice Expects a correctly signed withdrawal to be refused with exactly this error.
    function refused(IPauseRegistry.Withdraw memory withdraw, bytes memory reason) internal {
        IPauseRegistry.Signature[] memory signatures = signed(withdraw.mandate, registry.withdrawId(withdraw));
        vm.expectRevert(reason);
        registry.anchorWithdraw(withdraw, signatures);
    }

    /// @notice Expects a correctly signed pause to be refused with exactly this error.
    function refused(IPauseRegistry.Pause memory pause, bytes memory reason) internal {
        IPauseRegistry.Signature[] memory signatures = signed(pause.mandate, registry.pauseId(pause));
        vm.expectRevert(reason);
        registry.anchorPause(pause, signatures);
    }

    /// @notice Expects a correctly signed lift to be refused with exactly this error.
    function refused(IPauseRegistry.Lift memory lift, bytes memory reason) internal {
        IPauseRegistry.Signature[] memory signatures = signed(lift.mandate, registry.liftId(lift));
        vm.expectRevert(reason);
        registry.anchorLift(lift, signatures);
    }

    /// @notice A registry with the operating licence on: a week, then down to a half within an hour.
    function deployWithLicence() internal {
        IPauseRegistry.Parameters memory p = parameters();
        (p.leadSeconds, p.lapseCeilingBps) = (1_800, 5_000);
        registry = deployed(p, bodies(standingKeys), bodies(emergencyKeys));
    }

    /// @notice A renewal of the licence by a day more than it has.
    function aRenewal() internal view returns (IPauseRegistry.Renew memory renew) {
        renew.mandate = STANDING;
        renew.epoch = registry.epoch(STANDING);
        renew.operatingUntil = registry.operatingUntil() + 1 days;
        renew.proposedAt = uint48(block.timestamp - 60);
        renew.anchorBy = uint48(block.timestamp + 3_600);
        renew.reasonHash = keccak256("reasons");
    }

    /// @notice A rotation that gives a mandate to these keys, which ascend by x.
    function aRotation(uint8 target, Schnorr.Key[] memory next)
        internal
        view
        returns (IPauseRegistry.Rotate memory rotate)
    {
        rotate.mandate = STANDING;
        rotate.epoch = registry.epoch(STANDING);
        rotate.target = target;
        rotate.targetEpoch = registry.epoch(target);
        rotate.committees = bodies(next);
        rotate.proposedAt = uint48(block.timestamp - 60);
        rotate.anchorBy = uint48(block.timestamp + 3_600);
        rotate.reasonHash = keccak256("reasons");
    }

    function keysOf(string memory name) internal returns (Schnorr.Key[] memory list) {
        list = new Schnorr.Key[](1);
        list[0] = Schnorr.keyOf(name);
    }

    /// @notice Two keys, ascending by x.
    function keysOf(string memory name, string memory other) internal returns (Schnorr.Key[] memory list) {
        list = new Schnorr.Key[](2);
        (list[0], list[1]) = (Schnorr.keyOf(name), Schnorr.keyOf(other));
        if (list[1].x < list[0].x) (list[0], list[1]) = (list[1], list[0]);
    }

    /// @notice Who signs a rotation to `next`: the committees of `STANDING`, then whoever of `next` is none of them.
    function signersOf(Schnorr.Key[] memory next) internal view returns (Schnorr.Key[] memory signers) {
        Schnorr.Key[] memory current = standingKeys;
        signers = new Schnorr.Key[](current.length + next.length);
        uint256 count;
        for (; count < current.length; count++) {
            signers[count] = current[count];
        }
        for (uint256 i = 0; i < next.length; i++) {
            bool known = false;
            for (uint256 j = 0; j < current.length; j++) {
                known = known || (current[j].x == next[i].x && current[j].y == next[i].y);
            }
            if (!known) signers[count++] = next[i];
        }
        assembly ("memory-safe") {
            mstore(signers, count)
        }
    }

    function anchor(IPauseRegistry.Renew memory renew) internal returns (bytes32 id) {
        id = registry.renewId(renew);
        registry.anchorRenew(renew, signed(STANDING, id));
    }

    /// @notice Anchors a rotation to `next`; the test's keys of the target follow.
    function anchor(IPauseRegistry.Rotate memory rotate, Schnorr.Key[] memory next) internal returns (bytes32 id) {
        id = registry.rotateId(rotate);
        registry.anchorRotate(rotate, signedBy(signersOf(next), id));
        Schnorr.Key[] storage held = rotate.target == STANDING ? standingKeys : emergencyKeys;
        while (held.length > 0) {
            held.pop();
        }
        for (uint256 i = 0; i < next.length; i++) {
            held.push(next[i]);
        }
    }

    function rotateTo(uint8 target, Schnorr.Key[] memory next) internal returns (bytes32) {
        return anchor(aRotation(target, next), next);
    }

    function deleteEmergency() internal returns (bytes32) {
        return rotateTo(EMERGENCY, new Schnorr.Key[](0));
    }

    /// @notice Expects a correctly signed renewal to be refused with exactly this error.
    function refused(IPauseRegistry.Renew memory renew, bytes memory reason) internal {
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.renewId(renew));
        vm.expectRevert(reason);
        registry.anchorRenew(renew, signatures);
    }

    /// @notice Expects a correctly signed rotation to `next` to be refused with exactly this error.
    function refused(IPauseRegistry.Rotate memory rotate, Schnorr.Key[] memory next, bytes memory reason) internal {
        IPauseRegistry.Signature[] memory signatures = signedBy(signersOf(next), registry.rotateId(rotate));
        vm.expectRevert(reason);
        registry.anchorRotate(rotate, signatures);
    }
}
