// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {Schnorr} from "./support/Schnorr.sol";

/// @notice STANDING replaces the committees of either mandate: what a rotation may say, and who signs it.
contract RotationsTest is RegistryTest {
    IPauseRegistry.Rotate private r;
    Schnorr.Key[] private carol;

    function setUp() public override {
        super.setUp();
        carol.push(Schnorr.keyOf("carol"));
        _proposed(aRotation(EMERGENCY, carol));
    }

    function test_aMandateIsStandingOrEmergency() public {
        r.mandate = 2;
        _refused(abi.encodeWithSelector(IPauseRegistry.UnknownMandate.selector, 2, 1));
    }

    function test_theEpochIsTheMandatesCurrentOne() public {
        r.epoch = 1;
        _refused(abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 1, 0));
    }

    function test_proposedAtIsNotInTheFuture() public {
        r.proposedAt = uint48(NOW + 1);
        _refused(abi.encodeWithSelector(IPauseRegistry.ProposedInFuture.selector, NOW + 1, NOW));
        r.proposedAt = uint48(NOW);
        anchor(r, carol);
    }

    function test_anchorByHasNotPassed() public {
        r.anchorBy = uint48(NOW - 1);
        _refused(abi.encodeWithSelector(IPauseRegistry.AnchorByPassed.selector, NOW - 1, NOW));
        r.anchorBy = uint48(NOW);
        anchor(r, carol);
    }

    function test_aCertificateLivesADayAtMost() public {
        uint256 latest = r.proposedAt + 1 days;
        r.anchorBy = uint48(latest + 1);
        _refused(abi.encodeWithSelector(IPauseRegistry.AnchorByTooLate.selector, latest + 1, latest));
        r.anchorBy = uint48(latest);
        anchor(r, carol);
    }

    function test_emergencyRotatesNothingNotEvenItself() public {
        r.mandate = EMERGENCY;
        _refused(abi.encodeWithSelector(IPauseRegistry.MandateNotStanding.selector, 1, 0));
        r.target = STANDING;
        _refused(abi.encodeWithSelector(IPauseRegistry.MandateNotStanding.selector, 1, 0));
    }

    function test_aTargetIsStandingOrEmergency() public {
        r.target = 2;
        _refused(abi.encodeWithSelector(IPauseRegistry.UnknownMandate.selector, 2, 1));
    }

    function test_theTargetsEpochIsItsCurrentOne() public {
        r.targetEpoch = 1;
        _refused(abi.encodeWithSelector(IPauseRegistry.WrongTargetEpoch.selector, 1, 0));
        r.target = STANDING;
        _refused(abi.encodeWithSelector(IPauseRegistry.WrongTargetEpoch.selector, 1, 0));
    }

    function test_standingHasOneToFiveCommittees() public {
        Schnorr.Key[] memory next = new Schnorr.Key[](0);
        refused(aRotation(STANDING, next), next, _count(STANDING, 0, 1));
        next = _many(6);
        refused(aRotation(STANDING, next), next, _count(STANDING, 6, 1));
        rotateTo(STANDING, _many(5));
        vm.assertEq(registry.committees(STANDING).length, 5);
        rotateTo(STANDING, _many(1));
        vm.assertEq(registry.committees(STANDING).length, 1);
    }

    function test_fiveCommitteesMayAllGiveWayToOne() public {
        rotateTo(STANDING, _many(5));
        rotateTo(STANDING, carol);
        vm.assertEq(registry.committees(STANDING)[0].x, carol[0].x);
        vm.assertEq(registry.committees(STANDING).length, 1);
    }

    function test_emergencyHasNoneToFiveCommittees() public {
        Schnorr.Key[] memory next = _many(6);
        refused(aRotation(EMERGENCY, next), next, _count(EMERGENCY, 6, 0));
        rotateTo(EMERGENCY, _many(5));
        vm.assertEq(registry.committees(EMERGENCY).length, 5);
        deleteEmergency();
        vm.assertEq(registry.committees(EMERGENCY).length, 0);
    }

    function test_aListAsLongAsCallDataCanSayIsRefused() public {
        bytes memory data = abi.encodeCall(registry.anchorRotate, (r, new IPauseRegistry.Signature[](0)));
        // the length of the committees, behind selector, two offsets and eight words
        assembly {
            mstore(add(data, 356), not(0))
        }
        (bool ok,) = address(registry).call(data);
        vm.assertFalse(ok);
    }

    function test_everyKeyIsOnTheCurve() public {
        r.committees[0].y ^= 1;
        _refused(abi.encodeWithSelector(FrostSecp256k1.InvalidKey.selector, r.committees[0].x, r.committees[0].y));
        (r.committees[0].x, r.committees[0].y) = (0, 0);
        _refused(abi.encodeWithSelector(FrostSecp256k1.InvalidKey.selector, 0, 0));
    }

    function test_committeesAscendByX() public {
        Schnorr.Key[] memory next = _many(2);
        (next[0], next[1]) = (next[1], next[0]);
        refused(aRotation(EMERGENCY, next), next, _order(EMERGENCY, next[1].x, next[0].x));
        refused(aRotation(STANDING, next), next, _order(STANDING, next[1].x, next[0].x));
    }

    function test_noBodyCountsTwice() public {
        Schnorr.Key[] memory next = _many(2);
        next[1] = next[0];
        refused(aRotation(EMERGENCY, next), next, _order(EMERGENCY, next[0].x, next[0].x));
        next[1].y = FrostSecp256k1.P - next[0].y;
        refused(aRotation(EMERGENCY, next), next, _order(EMERGENCY, next[0].x, next[0].x));
    }

    function test_someCommitteeOfStandingIsCivil() public {
        Schnorr.Key[] memory next = _many(3);
        IPauseRegistry.Rotate memory rotate = aRotation(STANDING, next);
        (rotate.committees[0].civil, rotate.committees[1].civil, rotate.committees[2].civil) = (false, false, false);
        refused(rotate, next, abi.encodeWithSelector(IPauseRegistry.NoCivilCommittee.selector));
        rotate.committees[2].civil = true;
        anchor(rotate, next);
        vm.assertEq(abi.encode(registry.committees(STANDING)), abi.encode(rotate.committees));
    }

    function test_emergencyNeedsNoCivilCommittee() public {
        r.committees[0].civil = false;
        anchor(r, carol);
        vm.assertFalse(registry.committees(EMERGENCY)[0].civil);
    }

    function test_theOldCommitteesAndEachNewKeySign() public {
        bytes32 id = registry.rotateId(r);
        IPauseRegistry.Signature[] memory both = signedBy(signersOf(carol), id);
        IPauseRegistry.Signature[] memory alicesAlone = signed(STANDING, id);
        vm.expectRevert(_signatures(1, 2));
        registry.anchorRotate(r, alicesAlone);
        for (uint256 i = 0; i < 2; i++) {
            uint256 z = both[i].z;
            both[i].z ^= 1;
            _expectWrong();
            registry.anchorRotate(r, both);
            both[i].z = z;
        }
        (both[0], both[1]) = (both[1], both[0]);
        _expectWrong();
        registry.anchorRotate(r, both);
        (both[0], both[1]) = (both[1], both[0]);
        registry.anchorRotate(r, both);
    }

    function test_noKeyIsTakenWithoutProofOfPossession() public {
        Schnorr.Key[] memory next = keysOf("carol", "dave");
        IPauseRegistry.Rotate memory rotate = aRotation(STANDING, next);
        bytes32 id = registry.rotateId(rotate);
        IPauseRegistry.Signature[] memory all = signedBy(signersOf(next), id);
        all[2] = all[1];
        _expectWrong();
        registry.anchorRotate(rotate, all);
        all[2] = all[0];
        _expectWrong();
        registry.anchorRotate(rotate, all);
    }

    function test_anUnchangedKeySignsOnce() public {
        Schnorr.Key[] memory next = keysOf("alice", "carol");
        IPauseRegistry.Rotate memory rotate = aRotation(STANDING, next);
        vm.assertEq(signersOf(next).length, 2);
        bytes32 id = registry.rotateId(rotate);
        Schnorr.Key[] memory thrice = new Schnorr.Key[](3);
        (thrice[0], thrice[1], thrice[2]) = (standingKeys[0], next[0], next[1]);
        IPauseRegistry.Signature[] memory tooMany = signedBy(thrice, id);
        vm.expectRevert(_signatures(3, 2));
        registry.anchorRotate(rotate, tooMany);
        anchor(rotate, next);
        vm.assertEq(registry.committees(STANDING).length, 2);
    }

    /// @notice A resharing changes members behind the same key, and is announced with a new roster.
    function test_oneSignatureSufficesToAnnounceANewRosterOfTheSameKey() public {
        Schnorr.Key[] memory next = keysOf("alice");
        IPauseRegistry.Rotate memory rotate = aRotation(STANDING, next);
        rotate.committees[0].roster = keccak256("another roster");
        vm.assertEq(signersOf(next).length, 1);
        anchor(rotate, next);
        vm.assertEq(registry.committees(STANDING)[0].roster, keccak256("another roster"));
        vm.assertEq(registry.epoch(STANDING), 1);
    }

    function test_aKeyOfStandingThatGetsEmergencyTooSignsOnce() public {
        Schnorr.Key[] memory next = keysOf("alice");
        vm.assertEq(signersOf(next).length, 1);
        rotateTo(EMERGENCY, next);
        vm.assertEq(registry.committees(EMERGENCY)[0].x, next[0].x);
    }

    function test_aKeyThatEmergencyKeepsSignsAsOneListed() public {
        Schnorr.Key[] memory next = keysOf("bob");
        IPauseRegistry.Rotate memory rotate = aRotation(EMERGENCY, next);
        IPauseRegistry.Signature[] memory alicesAlone = signed(STANDING, registry.rotateId(rotate));
        vm.expectRevert(_signatures(1, 2));
        registry.anchorRotate(rotate, alicesAlone);
        anchor(rotate, next);
        vm.assertEq(registry.epoch(EMERGENCY), 1);
    }

    function test_theNegativeOfAnOldKeyIsANewKey() public {
        Schnorr.Key[] memory next = new Schnorr.Key[](1);
        next[0] = Schnorr.keyOf(FrostSecp256k1.N - standingKeys[0].secret);
        vm.assertEq(next[0].x, standingKeys[0].x);
        IPauseRegistry.Rotate memory rotate = aRotation(STANDING, next);
        IPauseRegistry.Signature[] memory alicesAlone = signed(STANDING, registry.rotateId(rotate));
        vm.expectRevert(_signatures(1, 2));
        registry.anchorRotate(rotate, alicesAlone);
        anchor(rotate, next);
        anchor(_ofEpoch(1));
    }

    function test_keysAndRostersSignedByAllAreWhatIsSeated() public {
        IPauseRegistry.Signature[] memory signatures = signedBy(signersOf(carol), registry.rotateId(r));
        IPauseRegistry.Rotate[6] memory altered;
        for (uint256 i = 0; i < altered.length; i++) {
            altered[i] = aRotation(EMERGENCY, carol);
        }
        altered[0].committees[0].roster = keccak256("another roster");
        altered[1].committees[0].civil = false;
        altered[2].target = STANDING;
        altered[3].proposedAt++;
        altered[4].anchorBy++;
        altered[5].reasonHash = keccak256("others");
        for (uint256 i = 0; i < altered.length; i++) {
            _expectWrong();
            registry.anchorRotate(altered[i], signatures);
        }
        registry.anchorRotate(r, signatures);
    }

    function test_theEventCarriesItAndItsCertificate() public {
        bytes32 id = registry.rotateId(r);
        IPauseRegistry.Signature[] memory signatures = signedBy(signersOf(carol), id);
        bytes32 head = keccak256(abi.encodePacked(registry.head(), id, uint48(NOW)));
        vm.expectEmit(address(registry));
        emit IPauseRegistry.RotateAnchored(id, 1, uint48(NOW), head, r, signatures);
        registry.anchorRotate(r, signatures);
        vm.assertEq(registry.head(), head);
        vm.assertEq(registry.sequence(), 1);
    }

    function _proposed(IPauseRegistry.Rotate memory rotate) private {
        (r.mandate, r.epoch, r.target, r.targetEpoch) =
        (rotate.mandate, rotate.epoch, rotate.target, rotate.targetEpoch);
        (r.proposedAt, r.anchorBy, r.reasonHash) = (rotate.proposedAt, rotate.anchorBy, rotate.reasonHash);
        for (uint256 i = 0; i < rotate.committees.length; i++) {
            r.committees.push(rotate.committees[i]);
        }
    }

    function _ofEpoch(uint32 epoch) private view returns (IPauseRegistry.Pause memory pause) {
        pause = aPause();
        pause.epoch = epoch;
    }

    function _many(uint256 count) private returns (Schnorr.Key[] memory list) {
        list = new Schnorr.Key[](count);
        for (uint256 i = 0; i < count; i++) {
            Schnorr.Key memory key = Schnorr.keyOf(1_000 + i);
            uint256 place = i;
            for (; place > 0 && list[place - 1].x > key.x; place--) {
                list[place] = list[place - 1];
            }
            list[place] = key;
        }
    }

    function _refused(bytes memory reason) private {
        refused(r, carol, reason);
    }

    function _expectWrong() private {
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
    }

    function _signatures(uint256 count, uint256 required) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.WrongSignatureCount.selector, count, required);
    }

    function _count(uint8 mandate, uint256 count, uint256 minimum) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.CommitteeCountOutOfRange.selector, mandate, count, minimum, 5);
    }

    function _order(uint8 mandate, uint256 x, uint256 previous) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.CommitteesNotAscending.selector, mandate, x, previous);
    }
}
