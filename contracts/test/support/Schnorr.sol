// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FrostSecp256k1} from "../../src/FrostSecp256k1.sol";
import {Vm} from "./Vm.sol";

/// @notice A signer with one key. A FROST group signature is the Schnorr signature that one holder of the whole key
/// would make, so this stands for a committee. The challenge follows the standards' text step by step, apart from the
/// library under test.
library Schnorr {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    struct Key {
        uint256 secret;
        uint256 x;
        uint256 y;
    }

    struct Proof {
        uint256 rx;
        uint256 ry;
        uint256 z;
    }

    /// @notice The key of a name, such as "alice".
    function keyOf(string memory name) internal returns (Key memory) {
        return keyOf(uint256(keccak256(bytes(name))) % FrostSecp256k1.N);
    }

    function keyOf(uint256 secret) internal returns (Key memory) {
        Vm.Wallet memory wallet = vm.createWallet(secret);
        return Key(secret, wallet.publicKeyX, wallet.publicKeyY);
    }

    /// @notice z = r + c·secret, R = r·G; the nonce r is derived from key and message.
    function sign(Key memory key, bytes32 message) internal returns (Proof memory) {
        uint256 nonce = uint256(keccak256(abi.encode(key.secret, message))) % FrostSecp256k1.N;
        Vm.Wallet memory r = vm.createWallet(nonce);
        uint256 c = challenge(compress(r.publicKeyX, r.publicKeyY), compress(key.x, key.y), abi.encodePacked(message));
        uint256 z = addmod(nonce, mulmod(c, key.secret, FrostSecp256k1.N), FrostSecp256k1.N);
        return Proof(r.publicKeyX, r.publicKeyY, z);
    }

    /// @notice H2 of RFC 9591 section 6.5: hash to a scalar with the domain of challenges.
    function challenge(bytes memory r, bytes memory key, bytes memory message) internal pure returns (uint256) {
        bytes memory uniform = expandMessageXmd(abi.encodePacked(r, key, message), "FROST-secp256k1-SHA256-v1chal");
        uint256 scalar = 0;
        for (uint256 i = 0; i < 48; i++) {
            scalar = addmod(mulmod(scalar, 256, FrostSecp256k1.N), uint8(uniform[i]), FrostSecp256k1.N);
        }
        return scalar;
    }

    /// @notice RFC 9380 section 5.3.1 for two blocks, cut to 48 bytes.
    function expandMessageXmd(bytes memory message, bytes memory domain) internal pure returns (bytes memory) {
        bytes memory domainPrime = abi.encodePacked(domain, uint8(domain.length));
        bytes32 b0 = sha256(abi.encodePacked(bytes32(0), bytes32(0), message, uint16(48), uint8(0), domainPrime));
        bytes32 b1 = sha256(abi.encodePacked(b0, uint8(1), domainPrime));
        bytes32 b2 = sha256(abi.encodePacked(b0 ^ b1, uint8(2), domainPrime));
        return abi.encodePacked(b1, bytes16(b2));
    }

    /// @notice SEC 1 compressed form of a point.
    function compress(uint256 x, uint256 y) internal pure returns (bytes memory) {
        return abi.encodePacked(uint8(2 | (y & 1)), x);
    }
}
