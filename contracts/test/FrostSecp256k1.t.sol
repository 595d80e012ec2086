// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../src/FrostSecp256k1.sol";
import {Schnorr} from "./support/Schnorr.sol";
import {ISignatureProbe} from "./support/ISignatureProbe.sol";
import {Test} from "./support/Test.sol";

/// @notice The signature check, against the RFC's vector, a signer that follows the RFC's text, and every way to be
/// wrong.
contract FrostSecp256k1Test is Test {
    uint256 private constant N = FrostSecp256k1.N;
    uint256 private constant P = FrostSecp256k1.P;
    bytes32 private constant MESSAGE = keccak256("message");

    ISignatureProbe private probe;
    Schnorr.Key private alice;
    Schnorr.Proof private proof;

    function setUp() public {
        probe = ISignatureProbe(create("SignatureProbe.sol:SignatureProbe", ""));
        alice = Schnorr.keyOf("alice");
        proof = Schnorr.sign(alice, MESSAGE);
    }

    /// @notice The test's own challenge fulfils z·G = R + c·P for the signature of RFC 9591 appendix E.5.
    function test_theReferenceChallengeAgreesWithTheVectorOfTheRfc() public {
        string memory json = vm.readFile("test/vectors/rfc9591-frost-secp256k1-sha256.json");
        bytes memory signature = vm.parseJsonBytes(json, ".signature");
        bytes memory key = vm.parseJsonBytes(json, ".groupPublicKey");
        uint256 secret = vm.parseJsonUint(json, ".groupSecretKey");
        (bytes memory r, uint256 z) = _split(signature);
        uint256 c = Schnorr.challenge(r, key, vm.parseJsonBytes(json, ".message"));
        // R = z·G - c·P = (z - c·secret)·G
        uint256 nonce = addmod(z, N - mulmod(c, secret, N), N);
        Schnorr.Key memory point = Schnorr.keyOf(nonce);
        vm.assertEq(keccak256(Schnorr.compress(point.x, point.y)), keccak256(r));
        Schnorr.Key memory group = Schnorr.keyOf(secret);
        vm.assertEq(keccak256(Schnorr.compress(group.x, group.y)), keccak256(key));
    }

    function testFuzz_theChallengeAgreesWithTheReference(bytes32 message, uint256 x, uint256 y, uint256 rx, uint256 ry)
        public
        view
    {
        uint256 expected =
            Schnorr.challenge(Schnorr.compress(rx, ry), Schnorr.compress(x, y), abi.encodePacked(message));
        vm.assertEq(probe.challenge(message, x, y, rx, ry), expected);
    }

    function testFuzz_everySignatureOfEveryKeyHolds(uint256 secret, bytes32 message) public {
        Schnorr.Key memory key = Schnorr.keyOf(bound(secret, 1, N - 1));
        Schnorr.Proof memory s = Schnorr.sign(key, message);
        // Px ≥ n happens for one key in 2^128; there requireKey refuses.
        probe.verify(message, key.x, key.y, s.rx, s.ry, s.z);
    }

    function testFuzz_noOtherResponseHolds(uint256 z) public {
        vm.assume(z != proof.z && z != 0 && z < N);
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        probe.verify(MESSAGE, alice.x, alice.y, proof.rx, proof.ry, z);
    }

    function testFuzz_noOtherMessageHolds(bytes32 message) public {
        vm.assume(message != MESSAGE);
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        probe.verify(message, alice.x, alice.y, proof.rx, proof.ry, proof.z);
    }

    function testFuzz_noOtherCommitmentHolds(uint256 nonce) public {
        Schnorr.Key memory r = Schnorr.keyOf(bound(nonce, 1, N - 1));
        vm.assume(r.x != proof.rx);
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        probe.verify(MESSAGE, alice.x, alice.y, r.x, r.y, proof.z);
    }

    function testFuzz_noPointOffTheCurveIsACommitment(uint256 rx, uint256 ry) public {
        vm.assume(!_onCurve(rx, ry));
        vm.expectRevert(abi.encodeWithSelector(FrostSecp256k1.InvalidCommitment.selector, rx, ry));
        probe.verify(MESSAGE, alice.x, alice.y, rx, ry, proof.z);
    }

    function test_theSignatureOfAnotherKeyFails() public {
        Schnorr.Key memory bob = Schnorr.keyOf("bob");
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        probe.verify(MESSAGE, bob.x, bob.y, proof.rx, proof.ry, proof.z);
    }

    function test_theNegatedKeyFails() public {
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        probe.verify(MESSAGE, alice.x, P - alice.y, proof.rx, proof.ry, proof.z);
    }

    function test_theNegatedCommitmentFails() public {
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        probe.verify(MESSAGE, alice.x, alice.y, proof.rx, P - proof.ry, proof.z);
    }

    function test_theNegatedResponseFails() public {
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        probe.verify(MESSAGE, alice.x, alice.y, proof.rx, proof.ry, N - proof.z);
    }

    /// @notice z + n is the same residue in another encoding, wherever it fits into 256 bits.
    function testFuzz_noResponseFromTheOrderOnHolds(uint256 z) public {
        z = bound(z, N, type(uint256).max);
        _expectOutOfRange(z);
        probe.verify(MESSAGE, alice.x, alice.y, proof.rx, proof.ry, z);
    }

    function test_aResponseOfZeroFails() public {
        _expectOutOfRange(0);
        probe.verify(MESSAGE, alice.x, alice.y, proof.rx, proof.ry, 0);
    }

    function test_aResponseOfTheOrderFails() public {
        _expectOutOfRange(N);
        probe.verify(MESSAGE, alice.x, alice.y, proof.rx, proof.ry, N);
    }

    function test_theLargestResponseIsOnlyWrong() public {
        vm.expectPartialRevert(FrostSecp256k1.WrongSignature.selector);
        probe.verify(MESSAGE, alice.x, alice.y, proof.rx, proof.ry, N - 1);
    }

    function test_aCommitmentWithACoordinateAboveTheFieldPrimeFails() public {
        // The curve has a point with x = 1: the same residue, written as 1 + p, is another encoding of it.
        uint256 y = 0x4218F20AE6C646B363DB68605822FB14264CA8D2587FDD6FBC750D587E76A7EE;
        vm.assertTrue(_onCurve(1, y));
        vm.expectRevert(abi.encodeWithSelector(FrostSecp256k1.InvalidCommitment.selector, P + 1, y));
        probe.verify(MESSAGE, alice.x, alice.y, P + 1, y, proof.z);
    }

    function test_thePointAtInfinityIsNoCommitment() public {
        vm.expectRevert(abi.encodeWithSelector(FrostSecp256k1.InvalidCommitment.selector, 0, 0));
        probe.verify(MESSAGE, alice.x, alice.y, 0, 0, proof.z);
    }

    /// @notice c·P = z·G leaves no R: the precompile recovers nothing, and an address of zero must not pass.
    function test_aSumAtInfinityRecoversNothing() public {
        bytes memory key = Schnorr.compress(alice.x, alice.y);
        uint256 c = Schnorr.challenge(Schnorr.compress(proof.rx, proof.ry), key, abi.encodePacked(MESSAGE));
        uint256 z = mulmod(c, alice.secret, N);
        address expected = address(uint160(uint256(keccak256(abi.encode(proof.rx, proof.ry)))));
        vm.expectRevert(abi.encodeWithSelector(FrostSecp256k1.WrongSignature.selector, address(0), expected));
        probe.verify(MESSAGE, alice.x, alice.y, proof.rx, proof.ry, z);
    }

    function test_aKeyOffTheCurveFails() public {
        _expectInvalidKey(alice.x, alice.y ^ 1);
        probe.requireKey(alice.x, alice.y ^ 1);
    }

    function test_aKeyOfZeroFails() public {
        _expectInvalidKey(0, 0);
        probe.requireKey(0, 0);
    }

    /// @notice The smallest x that is one: no bound is drawn too tightly.
    function test_aKeyWithXOfOneIsAKey() public view {
        (bool square, uint256 y) = _lift(1);
        vm.assertTrue(square);
        probe.requireKey(1, y);
        probe.requireKey(1, P - y);
    }

    /// @notice The precompile sees x and the parity of y alone: a y off the curve with the same parity would pass there.
    function test_verifyingChecksTheKeyFirst() public {
        _expectInvalidKey(alice.x, alice.y ^ 2);
        probe.verify(MESSAGE, alice.x, alice.y ^ 2, proof.rx, proof.ry, proof.z);
    }

    function test_aKeyWithYAboveTheFieldPrimeFails() public {
        // (x, y) of a curve point whose y is small enough to have a second encoding, y + p
        (uint256 x, uint256 y) = _pointWithSmallY();
        probe.requireKey(x, y);
        _expectInvalidKey(x, y + P);
        probe.requireKey(x, y + P);
    }

    /// @notice x of n or more would be reduced by the precompile; such keys, one in 2^128, are refused.
    function test_aKeyWithXFromTheOrderOnFails() public {
        for (uint256 x = N; x < N + 4; x++) {
            (bool square, uint256 y) = _lift(x);
            if (!square) continue;
            _expectInvalidKey(x, y);
            probe.requireKey(x, y);
            return;
        }
        vm.assertTrue(false, "no point found");
    }

    function test_aPrecompileWithoutGasIsNoChallenge() public {
        bytes memory call_ = abi.encodeCall(probe.challenge, (MESSAGE, alice.x, alice.y, proof.rx, proof.ry));
        uint256 expected = probe.challenge(MESSAGE, alice.x, alice.y, proof.rx, proof.ry);
        for (uint256 gas_ = 300; gas_ < 3_000; gas_ += 7) {
            (bool ok, bytes memory result) = address(probe).call{gas: gas_}(call_);
            if (ok) vm.assertEq(abi.decode(result, (uint256)), expected);
        }
    }

    /// @notice A chain without the precompile of SHA-256 answers its call with success and nothing.
    function test_aChainWithoutSha256VerifiesNothing() public {
        probe.challenge(MESSAGE, alice.x, alice.y, proof.rx, proof.ry);
        vm.mockCall(address(2), "", "");
        vm.expectRevert(abi.encodeWithSelector(FrostSecp256k1.PrecompileFailed.selector));
        probe.challenge(MESSAGE, alice.x, alice.y, proof.rx, proof.ry);
    }

    function _expectOutOfRange(uint256 z) private {
        vm.expectRevert(abi.encodeWithSelector(FrostSecp256k1.ResponseOutOfRange.selector, z, N));
    }

    function _expectInvalidKey(uint256 x, uint256 y) private {
        vm.expectRevert(abi.encodeWithSelector(FrostSecp256k1.InvalidKey.selector, x, y));
    }

    function _split(bytes memory signature) private pure returns (bytes memory r, uint256 z) {
        r = new bytes(33);
        for (uint256 i = 0; i < 33; i++) {
            r[i] = signature[i];
        }
        assembly {
            z := mload(add(signature, 65))
        }
    }

    function _onCurve(uint256 x, uint256 y) private pure returns (bool) {
        return x < P && y < P && mulmod(y, y, P) == _right(x);
    }

    function _right(uint256 x) private pure returns (uint256) {
        return addmod(mulmod(x, mulmod(x, x, P), P), 7, P);
    }

    /// @dev x³ = y² - 7 has a root for a third of all y; the power (p + 2) / 9 of a cube is one of its roots.
    function _pointWithSmallY() private pure returns (uint256 x, uint256 y) {
        for (y = 1; y < 100; y++) {
            uint256 cube = addmod(mulmod(y, y, P), P - 7, P);
            x = _power(cube, (P + 2) / 9);
            if (_onCurve(x, y)) return (x, y);
        }
    }

    function _power(uint256 base, uint256 exponent) private pure returns (uint256 result) {
        result = 1;
        for (; exponent > 0; exponent >>= 1) {
            if (exponent & 1 == 1) result = mulmod(result, base, P);
            base = mulmod(base, base, P);
        }
    }

    /// @dev A square root of x³ + 7 modulo p, if there is one: its power (p + 1) / 4.
    function _lift(uint256 x) private pure returns (bool, uint256) {
        uint256 y = _power(_right(x), (P + 1) / 4);
        return (mulmod(y, y, P) == _right(x), y);
    }
}
