// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice The operating licence: STANDING prolongs it, never backwards, never by more than one licence from now.
contract RenewalsTest is RegistryTest {
    uint32 private constant WEEK = 604_800;

    IPauseRegistry.Renew private r;

    function setUp() public override {
        super.setUp();
        deployWithLicence();
        vm.warp(NOW + 2 days);
        r = aRenewal();
    }

    function test_itMovesTheEndAndTheHead() public {
        bytes32 before = registry.head();
        bytes32 id = anchor(r);
        vm.assertEq(registry.operatingUntil(), NOW + WEEK + 1 days);
        vm.assertEq(registry.sequence(), 1);
        vm.assertEq(registry.head(), keccak256(abi.encodePacked(before, id, uint48(NOW + 2 days))));
    }

    function test_nothingElseMoves() public {
        anchor(r);
        vm.assertEq(registry.epoch(STANDING), 0);
        vm.assertEq(registry.epoch(EMERGENCY), 0);
        vm.assertTrue(registry.emergencyArmed());
        vm.assertEq(abi.encode(registry.committees(STANDING)), abi.encode(bodies(standingKeys)));
        vm.assertEq(abi.encode(registry.committees(EMERGENCY)), abi.encode(bodies(emergencyKeys)));
        vm.assertEq(registry.activePauses().length, 0);
    }

    function test_theEventCarriesItAndItsCertificate() public {
        bytes32 id = registry.renewId(r);
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, id);
        bytes32 head = keccak256(abi.encodePacked(registry.head(), id, uint48(block.timestamp)));
        vm.expectEmit(address(registry));
        emit IPauseRegistry.RenewAnchored(id, 1, uint48(block.timestamp), head, r, signatures);
        registry.anchorRenew(r, signatures);
    }

    function test_aMandateIsStandingOrEmergency() public {
        r.mandate = 2;
        refused(r, abi.encodeWithSelector(IPauseRegistry.UnknownMandate.selector, 2, 1));
    }

    function test_theEpochIsTheMandatesCurrentOne() public {
        r.epoch = 1;
        refused(r, abi.encodeWithSelector(IPauseRegistry.WrongEpoch.selector, 1, 0));
    }

    function test_proposedAtIsNotInTheFuture() public {
        r.proposedAt = uint48(block.timestamp + 1);
        refused(r, abi.encodeWithSelector(IPauseRegistry.ProposedInFuture.selector, r.proposedAt, block.timestamp));
        r.proposedAt = uint48(block.timestamp);
        anchor(r);
    }

    function test_anchorByHasNotPassed() public {
        r.anchorBy = uint48(block.timestamp - 1);
        refused(r, abi.encodeWithSelector(IPauseRegistry.AnchorByPassed.selector, r.anchorBy, block.timestamp));
        r.anchorBy = uint48(block.timestamp);
        anchor(r);
    }

    function test_aCertificateLivesThirtyDaysAtMost() public {
        uint256 latest = r.proposedAt + 30 days;
        r.anchorBy = uint48(latest + 1);
        refused(r, abi.encodeWithSelector(IPauseRegistry.AnchorByTooLate.selector, latest + 1, latest));
        r.anchorBy = uint48(latest);
        anchor(r);
    }

    function test_emergencyRenewsNothing() public {
        r.mandate = EMERGENCY;
        refused(r, abi.encodeWithSelector(IPauseRegistry.MandateNotStanding.selector, 1, 0));
    }

    function test_whereTheLicenceIsOffThereIsNothingToRenew() public {
        deploy();
        r = aRenewal();
        refused(r, abi.encodeWithSelector(IPauseRegistry.LicenceOff.selector, 10_000, 9_999));
    }

    function test_aLapseToAllButTheLastBasisPointIsALicence() public {
        IPauseRegistry.Parameters memory p = parameters();
        (p.leadSeconds, p.lapseCeilingBps) = (1_800, 9_999);
        registry = deployed(p, bodies(standingKeys), bodies(emergencyKeys));
        vm.warp(block.timestamp + 2 days);
        anchor(aRenewal());
    }

    function test_itEndsInTheFuture() public {
        vm.warp(NOW + WEEK + 5 days);
        r = aRenewal();
        r.operatingUntil = uint48(block.timestamp);
        bytes memory reason =
            abi.encodeWithSelector(IPauseRegistry.OperatingUntilPassed.selector, block.timestamp, block.timestamp);
        refused(r, reason);
        r.operatingUntil = uint48(block.timestamp + 1);
        anchor(r);
    }

    function test_itOnlyRises() public {
        uint256 old = registry.operatingUntil();
        r.operatingUntil = uint48(old);
        refused(r, abi.encodeWithSelector(IPauseRegistry.OperatingUntilNotRising.selector, old, old));
        r.operatingUntil = uint48(old - 1);
        refused(r, abi.encodeWithSelector(IPauseRegistry.OperatingUntilNotRising.selector, old - 1, old));
        r.operatingUntil = uint48(old + 1);
        anchor(r);
        vm.assertEq(registry.operatingUntil(), old + 1);
    }

    function test_itReachesOneLicenceFromNowAtMost() public {
        uint256 latest = block.timestamp + WEEK;
        r.operatingUntil = uint48(latest + 1);
        refused(r, abi.encodeWithSelector(IPauseRegistry.OperatingUntilTooLate.selector, latest + 1, latest));
        r.operatingUntil = uint48(latest);
        anchor(r);
    }

    function test_aLapsedLicenceIsRenewedLikeAnyOther() public {
        vm.warp(NOW + WEEK + 30 days);
        r = aRenewal();
        r.operatingUntil = uint48(block.timestamp + WEEK);
        anchor(r);
        vm.assertEq(registry.operatingUntil(), NOW + 30 days + 2 * uint256(WEEK));
    }

    function test_nothingIsRenewedTwiceByOneCertificate() public {
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.renewId(r));
        registry.anchorRenew(r, signatures);
        vm.expectRevert(
            abi.encodeWithSelector(IPauseRegistry.OperatingUntilNotRising.selector, r.operatingUntil, r.operatingUntil)
        );
        registry.anchorRenew(r, signatures);
    }

    function test_aLapseStopsNoDecision() public {
        vm.warp(NOW + WEEK + 30 days);
        IPauseRegistry.Pause memory pause = aPause();
        anchor(pause);
        anchor(aLiftOf(pause));
        anchor(anEmergencyPause());
        rotateTo(EMERGENCY, keysOf("carol"));
        vm.assertEq(registry.sequence(), 4);
    }

    function test_everyFieldIsSigned() public {
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.renewId(r));
        IPauseRegistry.Renew[4] memory altered = [aRenewal(), aRenewal(), aRenewal(), aRenewal()];
        altered[0].operatingUntil++;
        altered[1].proposedAt++;
        altered[2].anchorBy++;
        altered[3].reasonHash = keccak256("others");
        for (uint256 i = 0; i < altered.length; i++) {
            vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
            registry.anchorRenew(altered[i], signatures);
        }
        registry.anchorRenew(r, signatures);
    }

    function test_itNeedsEverySignatureAndNoneMore() public {
        bytes32 id = registry.renewId(r);
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.WrongSignatureCount.selector, 0, 1));
        registry.anchorRenew(r, new IPauseRegistry.Signature[](0));
        IPauseRegistry.Signature[] memory two = signedBy(keysOf("alice", "bob"), id);
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.WrongSignatureCount.selector, 2, 1));
        registry.anchorRenew(r, two);
        IPauseRegistry.Signature[] memory bobs = signed(EMERGENCY, id);
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        registry.anchorRenew(r, bobs);
    }

    function testFuzz_theVerdictOnAnyEndIsTheRules(uint48 until, uint256 elapsed) public {
        vm.warp(NOW + bound(elapsed, 60, 3 * uint256(WEEK)));
        r = aRenewal();
        r.operatingUntil = until;
        uint256 old = registry.operatingUntil();
        bool expected = until > block.timestamp && until > old && until <= block.timestamp + WEEK;
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.renewId(r));
        (bool ok,) = address(registry).call(abi.encodeCall(registry.anchorRenew, (r, signatures)));
        vm.assertTrue(ok == expected);
        vm.assertEq(registry.operatingUntil(), ok ? until : old);
    }
}
