// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {Console} from "./support/Console.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {Schnorr} from "./support/Schnorr.sol";

/// @notice What a pause in four regions costs to anchor as a whole transaction, under Prague rules. Isolation makes
/// each call from the test a transaction of its own: storage is cold, and Forge counts the intrinsic gas too.
/// forge-config: default.isolate = true
contract GasTest is RegistryTest, Console {
    uint256 private constant MOST_AT_FIRST = 85_000;
    uint256 private constant MOST_AFTER = 70_000;

    function test_aPauseInAFreshSlot() public {
        (uint256 whole,) = _cost(aPause());
        emit log_named_uint("first use of a slot", whole);
        vm.assertLe(whole, MOST_AT_FIRST, "first use of a slot");
    }

    function test_x() public {
        (uint256 whole, uint256 forge) = _cost(aPause());
        emit log_named_uint("whole", whole);
        emit log_named_uint("by forge", forge);
    }

    function _cost(IPauseRegistry.Pause memory pause) private returns (uint256 whole, uint256 byForge) {
        bytes memory data =
            abi.encodeCall(registry.anchorPause, (pause, signed(pause.mandate, registry.pauseId(pause))));
        (bool ok,) = address(registry).call(data);
        byForge = vm.lastCallGas().gasTotalUsed;
        vm.assertTrue(ok);
        whole = byForge;
        uint256 tokens;
        for (uint256 i = 0; i < data.length; i++) {
            tokens += data[i] == 0 ? 1 : 4;
        }
        emit log_named_uint("calldata gas", 4 * tokens);
        emit log_named_uint("calldata length", data.length);
        emit log_named_uint("floor", 21000 + 10 * tokens);
    }
}
