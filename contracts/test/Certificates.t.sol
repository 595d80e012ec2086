// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {Schnorr} from "./support/Schnorr.sol";

/// @notice A certificate holds for one decision, one registry and one chain, and needs every body of its mandate.
contract CertificatesTest is RegistryTest {
    IPauseRegistry.Pause private p;

    function setUp() public override {
        super.setUp();
        p = aPause();
    }

    function test_everyFieldIsSigned() public {
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        IPauseRegistry.Pause[14] memory altered;
        for (uint256 i = 0; i < altered.length; i++) {
            altered[i] = aPause();
        }
        (altered[0].slot, altered[1].ceilingBps) = (1, 501);
        (altered[2].effectiveAt, altered[3].expiresAt) = (p.effectiveAt + 1, p.expiresAt + 1);
        (altered[4].rampSeconds, altered[5].staggerSeconds) = (RAMP + 1, STAGGER + 1);
        (altered[6].proposedAt, altered[7].anchorBy) = (p.proposedAt + 1, p.anchorBy + 1);
        altered[8].reasonHash = keccak256("others");
        altered[9].scope.regions[0] = 155;
        altered[10].scope.hardwareClasses = 7;
        altered[11].scope.minPeakPflops = 999;
        altered[12].scope.regions = new uint16[](0);
        (altered[13].drill, altered[13].slot) = (true, 10);
        for (uint256 i = 0; i < altered.length; i++) {
            vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
            registry.anchorPause(altered[i], signatures);
        }
        registry.anchorPause(p, signatures);
    }

    function test_everyFieldOfALiftIsSigned() public {
        anchor(p);
        anchor(anEmergencyPause());
        IPauseRegistry.Lift memory lift = aLiftOf(p);
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.liftId(lift));
        IPauseRegistry.Lift[4] memory altered = [aLiftOf(p), aLiftOf(p), aLiftOf(p), aLiftOf(anEmergencyPause())];
        altered[0].proposedAt++;
        altered[1].anchorBy--;
        altered[2].reasonHash = keccak256("others");
        altered[3].mandate = STANDING;
        for (uint256 i = 0; i < altered.length; i++) {
            vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
            registry.anchorLift(altered[i], signatures);
        }
        registry.anchorLift(lift, signatures);
    }

    function test_aPauseForAnotherChainFails() public {
        vm.chainId(1);
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        vm.chainId(31_337);
        _expectWrong();
        registry.anchorPause(p, signatures);
    }

    function test_aPauseForAnotherRegistryFails() public {
        IPauseRegistry another = registry;
        deploy();
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, another.pauseId(p));
        _expectWrong();
        registry.anchorPause(p, signatures);
    }

    function test_aPauseSignedByTheOtherMandateFails() public {
        IPauseRegistry.Signature[] memory signatures = signed(EMERGENCY, registry.pauseId(p));
        _expectWrong();
        registry.anchorPause(p, signatures);
    }

    function test_aPauseOfEmergencySignedByStandingFails() public {
        p = anEmergencyPause();
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        _expectWrong();
        registry.anchorPause(p, signatures);
    }

    function test_aLiftSignedAsAPauseFails() public {
        anchor(p);
        IPauseRegistry.Lift memory lift = aLiftOf(p);
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        _expectWrong();
        registry.anchorLift(lift, signatures);
    }

    function test_noSignatureIsNotEnough() public {
        vm.expectRevert(_count(0, 1));
        registry.anchorPause(p, new IPauseRegistry.Signature[](0));
    }

    function test_aSecondSignatureIsTooMany() public {
        Schnorr.Key[] memory keys = new Schnorr.Key[](2);
        (keys[0], keys[1]) = (standingKeys[0], standingKeys[0]);
        IPauseRegistry.Signature[] memory signatures = signedBy(keys, registry.pauseId(p));
        vm.expectRevert(_count(2, 1));
        registry.anchorPause(p, signatures);
    }

    function test_everyBodyOfAMandateSigns() public {
        _threeBodies();
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        for (uint256 i = 0; i < 3; i++) {
            uint256 z = signatures[i].z;
            signatures[i].z = z ^ 1;
            _expectWrong();
            registry.anchorPause(p, signatures);
            signatures[i].z = z;
        }
        registry.anchorPause(p, signatures);
    }

    function test_bodiesSignInTheirOrder() public {
        _threeBodies();
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        (signatures[0], signatures[1]) = (signatures[1], signatures[0]);
        _expectWrong();
        registry.anchorPause(p, signatures);
    }

    function test_aBodyMissingIsNoMajority() public {
        _threeBodies();
        IPauseRegistry.Signature[] memory all = signed(STANDING, registry.pauseId(p));
        IPauseRegistry.Signature[] memory two = new IPauseRegistry.Signature[](2);
        (two[0], two[1]) = (all[0], all[1]);
        vm.expectRevert(_count(2, 3));
        registry.anchorPause(p, two);
    }

    function test_aResponseOfZeroIsRefusedAsSuch() public {
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        signatures[0].z = 0;
        vm.expectRevert(
            abi.encodeWithSelector(FrostSecp256k1.ResponseOutOfRange.selector, uint256(0), FrostSecp256k1.N)
        );
        registry.anchorPause(p, signatures);
    }

    function test_aCommitmentOffTheCurveIsRefusedAsSuch() public {
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        signatures[0].ry ^= 1;
        vm.expectRevert(
            abi.encodeWithSelector(FrostSecp256k1.InvalidCommitment.selector, signatures[0].rx, signatures[0].ry)
        );
        registry.anchorPause(p, signatures);
    }

    function testFuzz_anyoneMaySubmit(address sender) public {
        IPauseRegistry.Signature[] memory signatures = signed(STANDING, registry.pauseId(p));
        vm.prank(sender);
        registry.anchorPause(p, signatures);
        vm.assertEq(registry.sequence(), 1);
    }

    function _threeBodies() private {
        standingKeys.push(Schnorr.keyOf("carol"));
        standingKeys.push(Schnorr.keyOf("dave"));
        sortByX(standingKeys);
        deploy();
    }

    function _expectWrong() private {
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
    }

    function _count(uint256 count, uint256 required) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.WrongSignatureCount.selector, count, required);
    }
}
