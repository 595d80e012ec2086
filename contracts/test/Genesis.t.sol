// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {Schnorr} from "./support/Schnorr.sol";
import {Vm} from "./support/Vm.sol";

/// @notice What a registry may be deployed with, and what it says of itself from then on.
contract GenesisTest is RegistryTest {
    uint32 private constant DAY = 86_400;

    IPauseRegistry.Parameters private p;

    function setUp() public override {
        super.setUp();
        p = parameters();
    }

    function test_headZeroIsTheHashOfEverythingItWasDeployedWith() public view {
        bytes32 expected = keccak256(
            abi.encode(
                keccak256("softpause-genesis-v1"),
                uint256(31_337),
                address(registry),
                uint48(NOW),
                parameters(),
                bodies(standingKeys),
                bodies(emergencyKeys)
            )
        );
        vm.assertEq(registry.head(), expected);
        vm.assertEq(vm.load(address(registry), 0), expected, "head is in storage slot 0");
    }

    function test_theEventCarriesAllOfIt() public {
        vm.recordLogs();
        deploy();
        Vm.Log memory log = vm.getRecordedLogs()[0];
        vm.assertEq(log.topics[0], IPauseRegistry.Genesis.selector);
        vm.assertEq(log.topics[1], registry.head());
        bytes memory expected = abi.encode(
            uint256(31_337),
            uint48(NOW),
            uint48(NOW + 604_800),
            parameters(),
            bodies(standingKeys),
            bodies(emergencyKeys)
        );
        vm.assertEq(log.data, expected);
    }

    function test_theViewsRepeatWhatItWasDeployedWith() public view {
        vm.assertEq(abi.encode(registry.parameters()), abi.encode(parameters()));
        vm.assertEq(abi.encode(registry.committees(STANDING)), abi.encode(bodies(standingKeys)));
        vm.assertEq(abi.encode(registry.committees(EMERGENCY)), abi.encode(bodies(emergencyKeys)));
        vm.assertEq(registry.sequence(), 0);
        vm.assertEq(registry.epoch(STANDING), 0);
        vm.assertEq(registry.epoch(EMERGENCY), 0);
        vm.assertEq(registry.operatingUntil(), NOW + 604_800);
        vm.assertEq(registry.activePauses().length, 0);
        vm.assertTrue(registry.emergencyArmed());
    }

    function test_withoutCommitteesEmergencyIsAbsentAndNotArmed() public {
        delete emergencyKeys;
        deploy();
        vm.assertFalse(registry.emergencyArmed());
        vm.assertEq(registry.committees(EMERGENCY).length, 0);
    }

    function test_thereIsNoThirdMandate() public {
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.UnknownMandate.selector, 2, 1));
        registry.committees(2);
        vm.expectRevert(abi.encodeWithSelector(IPauseRegistry.UnknownMandate.selector, 2, 1));
        registry.epoch(2);
    }

    function test_itTakesNoEther() public {
        (bool ok,) = address(registry).call{value: 1}("");
        vm.assertFalse(ok);
    }

    function test_fiveCommitteesAMandateKeepTheirOrderAndTheirRosters() public {
        _found(standingKeys, 5);
        _found(emergencyKeys, 5);
        IPauseRegistry.Committee[] memory standing = bodies(standingKeys);
        standing[0].civil = false;
        standing[3].civil = false;
        registry = deployed(p, standing, bodies(emergencyKeys));
        vm.assertEq(abi.encode(registry.committees(STANDING)), abi.encode(standing));
        vm.assertEq(abi.encode(registry.committees(EMERGENCY)), abi.encode(bodies(emergencyKeys)));
    }

    function test_someSiteMustBeExempt() public {
        p.exemptBelowPflops = 0;
        _refused(abi.encodeWithSelector(IPauseRegistry.ExemptionTooLow.selector, 0, 1));
        p.exemptBelowPflops = 1;
        _accepted();
    }

    function test_theLeadIsADayAtMost() public {
        p.leadSeconds = DAY + 1;
        _refused(abi.encodeWithSelector(IPauseRegistry.LeadTooLong.selector, DAY + 1, DAY));
        p.leadSeconds = DAY;
        _accepted();
    }

    /// @notice Outside a chain for tests a site is always told before a pause begins.
    function test_onlyAChainForTestsMayHaveNoLead() public {
        p.leadSeconds = 0;
        _accepted();
        vm.chainId(1);
        _refused(abi.encodeWithSelector(IPauseRegistry.LeadTooShort.selector, 0, 1));
        vm.chainId(11_155_111);
        _refused(abi.encodeWithSelector(IPauseRegistry.LeadTooShort.selector, 0, 1));
        p.leadSeconds = 1;
        _accepted();
    }

    function test_theShortestRampIsASecondToADay() public {
        p.minRampSeconds = 0;
        _refused(abi.encodeWithSelector(IPauseRegistry.RampParameterOutOfRange.selector, 0, 1, DAY));
        p.minRampSeconds = DAY + 1;
        _refused(abi.encodeWithSelector(IPauseRegistry.RampParameterOutOfRange.selector, DAY + 1, 1, DAY));
        p.minRampSeconds = DAY;
        _accepted();
        p.minRampSeconds = 1;
        _accepted();
    }

    function test_aLapseLeavesAPerCentAtLeast() public {
        p.leadSeconds = 1_800;
        p.lapseCeilingBps = 99;
        _refused(abi.encodeWithSelector(IPauseRegistry.LapseCeilingOutOfRange.selector, 99, 100, 10_000));
        p.lapseCeilingBps = 10_001;
        _refused(abi.encodeWithSelector(IPauseRegistry.LapseCeilingOutOfRange.selector, 10_001, 100, 10_000));
        p.lapseCeilingBps = 100;
        _accepted();
        p.lapseCeilingBps = 9_999;
        _accepted();
    }

    function test_withTheLicenceOnTheLeadIsHalfAnHourAtLeast() public {
        p.lapseCeilingBps = 9_999;
        p.leadSeconds = 1_799;
        _refused(abi.encodeWithSelector(IPauseRegistry.LeadTooShortForLicence.selector, 1_799, 1_800));
        p.leadSeconds = 1_800;
        _accepted();
        p.lapseCeilingBps = 10_000;
        p.leadSeconds = 1_799;
        _accepted();
    }

    function test_withTheLicenceOnItHasSomeTime() public {
        p.leadSeconds = 1_800;
        p.lapseCeilingBps = 9_999;
        p.licenceSeconds = 0;
        _refused(abi.encodeWithSelector(IPauseRegistry.LicenceTooShort.selector, 0, 1));
        p.licenceSeconds = 1;
        _accepted();
        p.licenceSeconds = type(uint32).max;
        _accepted();
        p.lapseCeilingBps = 10_000;
        p.licenceSeconds = 0;
        _accepted();
    }

    function test_theLapseRampIsASecondToADay() public {
        p.lapseRampSeconds = 0;
        _refused(abi.encodeWithSelector(IPauseRegistry.RampParameterOutOfRange.selector, 0, 1, DAY));
        p.lapseRampSeconds = DAY + 1;
        _refused(abi.encodeWithSelector(IPauseRegistry.RampParameterOutOfRange.selector, DAY + 1, 1, DAY));
        p.lapseRampSeconds = DAY;
        _accepted();
        p.lapseRampSeconds = 1;
        _accepted();
    }

    function test_theLapseStaggerIsADayAtMost() public {
        p.lapseStaggerSeconds = DAY + 1;
        _refused(abi.encodeWithSelector(IPauseRegistry.LapseStaggerTooLong.selector, DAY + 1, DAY));
        p.lapseStaggerSeconds = DAY;
        _accepted();
    }

    function test_standingHasOneToFiveCommittees() public {
        delete standingKeys;
        _refused(_count(STANDING, 0, 1));
        _found(standingKeys, 6);
        _refused(_count(STANDING, 6, 1));
    }

    function test_emergencyHasFiveCommitteesAtMost() public {
        _found(emergencyKeys, 6);
        _refused(_count(EMERGENCY, 6, 0));
    }

    function test_committeesAscendByX() public {
        _found(standingKeys, 3);
        Schnorr.Key memory first = standingKeys[0];
        standingKeys[0] = standingKeys[1];
        standingKeys[1] = first;
        _refused(_order(first.x, standingKeys[0].x));
    }

    function test_noBodyCountsTwice() public {
        standingKeys.push(standingKeys[0]);
        _refused(_order(standingKeys[0].x, standingKeys[0].x));
        standingKeys[1].y = FrostSecp256k1.P - standingKeys[0].y;
        _refused(_order(standingKeys[0].x, standingKeys[0].x));
    }

    /// @notice Nobody knows a secret of the point with x = 1, but it is a key like any other.
    function test_theFirstCommitteeMayHaveTheLeastX() public {
        standingKeys[0].x = 1;
        standingKeys[0].y = 0x4218F20AE6C646B363DB68605822FB14264CA8D2587FDD6FBC750D587E76A7EE;
        _accepted();
    }

    function test_oneBodyMayHoldBothMandates() public {
        emergencyKeys[0] = standingKeys[0];
        _accepted();
    }

    function test_everyKeyIsOnTheCurve() public {
        emergencyKeys[0].y ^= 1;
        _refused(abi.encodeWithSelector(FrostSecp256k1.InvalidKey.selector, emergencyKeys[0].x, emergencyKeys[0].y));
    }

    function test_someCommitteeOfStandingIsCivil() public {
        _found(standingKeys, 3);
        IPauseRegistry.Committee[] memory standing = bodies(standingKeys);
        (standing[0].civil, standing[1].civil, standing[2].civil) = (false, false, false);
        _refused(standing, abi.encodeWithSelector(IPauseRegistry.NoCivilCommittee.selector));
        standing[2].civil = true;
        deployed(p, standing, bodies(emergencyKeys));
    }

    function test_emergencyNeedsNoCivilCommittee() public {
        IPauseRegistry.Committee[] memory emergency = bodies(emergencyKeys);
        emergency[0].civil = false;
        deployed(p, bodies(standingKeys), emergency);
    }

    function _found(Schnorr.Key[] storage keys, uint256 count) private {
        while (keys.length < count) {
            keys.push(Schnorr.keyOf(1_000 + keys.length));
        }
        sortByX(keys);
    }

    function _refused(bytes memory reason) private {
        _refused(bodies(standingKeys), reason);
    }

    function _refused(IPauseRegistry.Committee[] memory standing, bytes memory reason) private {
        bytes memory arguments = abi.encode(p, standing, bodies(emergencyKeys));
        vm.assertEq(refusal("PauseRegistry.sol:PauseRegistry", arguments), reason);
    }

    function _accepted() private {
        registry = deployed(p, bodies(standingKeys), bodies(emergencyKeys));
        vm.assertEq(abi.encode(registry.parameters()), abi.encode(p));
    }

    function _count(uint8 mandate, uint256 count, uint256 minimum) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IPauseRegistry.CommitteeCountOutOfRange.selector, mandate, count, minimum, uint256(5)
            );
    }

    function _order(uint256 x, uint256 previous) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauseRegistry.CommitteesNotAscending.selector, STANDING, x, previous);
    }
}
