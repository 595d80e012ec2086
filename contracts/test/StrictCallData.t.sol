// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice One pause has one encoding; the event repeats it, so nothing else may pass.
contract StrictCallDataTest is RegistryTest {
    bytes private data;
    uint256 private words;

    function setUp() public override {
        super.setUp();
        IPauseRegistry.Pause memory pause = aPause();
        data = abi.encodeCall(registry.anchorPause, (pause, signed(STANDING, registry.pauseId(pause))));
        words = (data.length - 4) / 32;
    }

    function test_theUsualEncodingPasses() public {
        (bool ok,) = address(registry).call(data);
        vm.assertTrue(ok);
        vm.assertEq(registry.sequence(), 1);
    }

    function test_nothingFollowsTheEnd() public {
        _notStrict(abi.encodePacked(data, uint8(0)));
        _notStrict(abi.encodePacked(data, bytes32(0)));
    }

    function test_nothingIsMissingAtTheEnd() public {
        for (uint256 cut = 1; cut < 200; cut++) {
            bytes memory shorter = data;
            assembly {
                mstore(shorter, sub(mload(shorter), cut))
            }
            _refused(shorter);
        }
    }

    function test_noOffsetLeavesAGap() public {
        // the words that are offsets: pause, signatures, scope, regions
        uint256[4] memory offsets = [uint256(0), 1, 10, 15];
        for (uint256 i = 0; i < 4; i++) {
            for (uint256 shift = 1; shift < 65; shift++) {
                _refused(_with(offsets[i], _word(offsets[i]) + shift));
                _refused(_with(offsets[i], _word(offsets[i]) - shift));
            }
        }
    }

    function test_noOffsetOrLengthIsHuge() public {
        uint256[6] memory places = [uint256(0), 1, 10, 15, 18, 23];
        for (uint256 i = 0; i < 6; i++) {
            for (uint256 bit = 32; bit < 256; bit++) {
                _refused(_with(places[i], _word(places[i]) | 1 << bit));
                _refused(_with(places[i], type(uint256).max << bit));
            }
        }
    }

    /// @notice Every single bit of the call changed: refused, whatever it means then.
    function testFuzz_noBitMayDiffer(uint256 bit) public {
        bit = bound(bit, 32, data.length * 8 - 1);
        bytes memory altered = data;
        altered[bit / 8] = bytes1(uint8(altered[bit / 8]) ^ uint8(1 << (bit % 8)));
        _refused(altered);
    }

    /// @notice The largest value of a type is for the rules to judge, not for the encoding.
    function test_everyFieldMayFillItsType() public {
        uint8[16] memory widths = _widths();
        for (uint256 field = 0; field < 16; field++) {
            if (widths[field] == 0) continue;
            (bool ok, bytes memory reason) = address(registry).call(_with(2 + field, (1 << widths[field]) - 1));
            vm.assertFalse(ok);
            vm.assertTrue(bytes4(reason) != IPauseRegistry.NotStrictlyEncoded.selector, vm.toString(field));
        }
    }

    function test_noFieldIsWiderThanItsType() public {
        uint8[16] memory widths = _widths();
        for (uint256 field = 0; field < 16; field++) {
            if (widths[field] == 0) continue;
            for (uint256 bit = widths[field]; bit < 256; bit++) {
                _notStrict(_with(2 + field, _word(2 + field) | 1 << bit));
            }
        }
    }

    /// @notice Numbers of regions whose place behind them wraps around to the right one.
    function test_noNumberOfRegionsWraps() public {
        for (uint256 bit = 251; bit < 256; bit++) {
            _notStrict(_with(18, _word(18) | 1 << bit));
        }
    }

    function test_noRegionIsWiderThanItsType() public {
        for (uint256 bit = 16; bit < 256; bit++) {
            for (uint256 region = 0; region < 4; region++) {
                _refused(_with(19 + region, _word(19 + region) | 1 << bit));
            }
        }
    }

    /// @dev Bits of the words from the pause's first on; 0 for offsets and whole words.
    function _widths() private pure returns (uint8[16] memory) {
        return [8, 32, 8, 16, 48, 48, 32, 32, 0, 1, 48, 48, 0, 0, 8, 64];
    }

    function _word(uint256 index) private view returns (uint256 value) {
        bytes memory copy = data;
        assembly {
            value := mload(add(add(copy, 36), mul(index, 32)))
        }
    }

    function _with(uint256 index, uint256 value) private view returns (bytes memory altered) {
        altered = data;
        assembly {
            mstore(add(add(altered, 36), mul(index, 32)), value)
        }
    }

    function _refused(bytes memory altered) private {
        (bool ok,) = address(registry).call{gas: 1_000_000}(altered);
        vm.assertFalse(ok);
        vm.assertEq(registry.sequence(), 0);
    }

    function _notStrict(bytes memory altered) private {
        (bool ok, bytes memory reason) = address(registry).call(altered);
        vm.assertFalse(ok);
        vm.assertEq(reason, abi.encodeWithSelector(IPauseRegistry.NotStrictlyEncoded.selector));
    }
}
