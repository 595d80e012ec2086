// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {ISignatureProbe} from "./support/ISignatureProbe.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {Schnorr} from "./support/Schnorr.sol";

/// @notice Signatures and certificates, good and subtly wrong, made and judged by implementations from elsewhere
/// (test/vectors/signatures.mjs): the contract's verdict is theirs, case by case.
contract IndependentVerdictsTest is RegistryTest {
    struct SignatureCase {
        string way;
        bytes32 message;
        uint256 x;
        uint256 y;
        uint256 rx;
        uint256 ry;
        uint256 z;
        bool holds;
    }

    struct CertificateCase {
        string way;
        IPauseRegistry.Pause pause;
        IPauseRegistry.Signature[] signatures;
        bool accepted;
    }

    address private constant PLACE = 0x5Afe00000000000000000000000000000000bEeF;

    function test_everySignatureHasTheVerdictOfTheOtherImplementation() public {
        SignatureCase[] memory cases = abi.decode(_written(".signatures"), (SignatureCase[]));
        address probe = create("SignatureProbe.sol:SignatureProbe", "");
        uint256 valid;
        for (uint256 i = 0; i < cases.length; i++) {
            SignatureCase memory c = cases[i];
            (bool ok,) = probe.call(abi.encodeCall(ISignatureProbe.verify, (c.message, c.x, c.y, c.rx, c.ry, c.z)));
            vm.assertTrue(ok == c.holds, string.concat(vm.toString(i), ": ", c.way));
            if (ok) valid++;
        }
        vm.assertTrue(valid >= cases.length / 2 && valid < cases.length, "valid and wrong ones");
        vm.assertTrue(cases.length >= 1_000, "enough of them");
    }

    function test_everyCertificateHasTheVerdictOfTheOtherImplementation() public {
        _deployAtThePlaceSignedFor();
        CertificateCase[] memory cases = abi.decode(_written(".certificates"), (CertificateCase[]));
        uint256 untouched = vm.snapshotState();
        uint256 valid;
        for (uint256 i = 0; i < cases.length; i++) {
            CertificateCase memory c = cases[i];
            (bool ok,) = PLACE.call(abi.encodeCall(registry.anchorPause, (c.pause, c.signatures)));
            vm.assertTrue(ok == c.accepted, string.concat(vm.toString(i), ": certificate ", c.way));
            if (ok) valid++;
            vm.revertToState(untouched);
        }
        vm.assertTrue(valid >= cases.length / 4 && valid < cases.length, "valid and wrong ones");
    }

    function _written(string memory list) private view returns (bytes memory) {
        return vm.parseJsonBytes(vm.readFile("target/vectors/signatures.json"), list);
    }

    /// @dev Moves a registry with the vectors' committees, storage and all, to the address that they were signed for.
    function _deployAtThePlaceSignedFor() private {
        delete standingKeys;
        standingKeys.push(Schnorr.keyOf(uint256(0xa11ce)));
        standingKeys.push(Schnorr.keyOf(uint256(0xca401)));
        sortByX(standingKeys);
        delete emergencyKeys;
        emergencyKeys.push(Schnorr.keyOf(uint256(0xb0b)));
        deploy();
        vm.etch(PLACE, address(registry).code);
        for (uint256 slot = 0; slot < 64; slot++) {
            vm.store(PLACE, bytes32(slot), vm.load(address(registry), bytes32(slot)));
        }
    }
}
