// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice EMERGENCY has one shot: a pause that is no drill disarms it.
contract EmergencyTest is RegistryTest {
    function test_aPauseDisarmsIt() public {
        anchor(anEmergencyPause());
        vm.assertFalse(registry.emergencyArmed());
        IPauseRegistry.Pause memory second = anEmergencyPause();
        second.slot = 13;
        refused(second, abi.encodeWithSelector(IPauseRegistry.EmergencyDisarmed.selector));
    }

    function test_aDrillDoesNot() public {
        anchor(_drill());
        vm.assertTrue(registry.emergencyArmed());
        anchor(anEmergencyPause());
    }

    function test_noPauseOfStandingDoes() public {
        anchor(aPause());
        anchor(aDrill());
        vm.assertTrue(registry.emergencyArmed());
    }

    function test_disarmedItStillDrills() public {
        anchor(anEmergencyPause());
        anchor(_drill());
        vm.assertEq(registry.activePauses().length, 2);
        vm.assertFalse(registry.emergencyArmed());
    }

    function test_disarmedItStillLifts() public {
        IPauseRegistry.Pause memory pause = anEmergencyPause();
        anchor(pause);
        anchor(aLiftOf(pause));
        vm.assertEq(registry.activePauses().length, 0);
        vm.assertFalse(registry.emergencyArmed());
    }

    function test_absentItDecidesNothing() public {
        delete emergencyKeys;
        deploy();
        refused(anEmergencyPause(), abi.encodeWithSelector(IPauseRegistry.EmergencyDisarmed.selector));
        refused(_drill(), abi.encodeWithSelector(IPauseRegistry.WrongSignatureCount.selector, 0, 0));
    }

    function test_absentItLiftsNothingEitherEvenOfItsSlots() public {
        delete emergencyKeys;
        deploy();
        IPauseRegistry.Lift memory lift = aLiftOf(anEmergencyPause());
        refused(lift, abi.encodeWithSelector(IPauseRegistry.SlotNotOccupied.selector, 12));
    }

    function _drill() private view returns (IPauseRegistry.Pause memory drill) {
        drill = anEmergencyPause();
        drill.drill = true;
        drill.slot = 15;
    }
}
