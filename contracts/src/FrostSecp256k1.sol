// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @title Verification of FROST(secp256k1, SHA-256) group signatures, RFC 9591 section 6.5
/// @notice A group signature (R, z) on a 32-byte message under key P holds if z·G = R + c·P. The challenge c is the
/// RFC's, so any conforming implementation can have made the signature. The equation is checked by the `ecrecover`
/// precompile; docs/signature.md derives how, and why each check is there.
library FrostSecp256k1 {
    /// @notice The field prime of secp256k1.
    uint256 internal constant P = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F;
    /// @notice The group order of secp256k1.
    uint256 internal constant N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    /// @notice The key (x, y) is not on the curve, has a coordinate not below the field prime, or an x outside 1..n-1.
    error InvalidKey(uint256 x, uint256 y);
    /// @notice The commitment R of a signature is not on the curve or has a coordinate not below the field prime.
    error InvalidCommitment(uint256 rx, uint256 ry);
    /// @notice The response z of a signature is outside 1..n-1.
    error ResponseOutOfRange(uint256 z, uint256 order);
    /// @notice The challenge is zero, so the signature would hold for every key.
    error ZeroChallenge();
    /// @notice The signature does not hold: z·G - c·P is at `recovered`, R at `expected` (last 20 bytes of keccak256).
    error WrongSignature(address recovered, address expected);
    /// @notice A precompile failed, which means that the call ran out of gas.
    error PrecompileFailed();

    /// @notice Verifies a signature under any key.
    /// @param message the 32 bytes signed
    /// @param x the key's affine coordinates
    /// @param y the key's affine coordinates
    /// @param rx the commitment's affine coordinates
    /// @param ry the commitment's affine coordinates
    /// @param z the response
    function verify(bytes32 message, uint256 x, uint256 y, uint256 rx, uint256 ry, uint256 z) internal view {
        requireKey(x, y);
        verifyUnderCheckedKey(message, x, y & 1, rx, ry, z);
    }

    /// @notice Requires a key that `verifyUnderCheckedKey` may be used with.
    function requireKey(uint256 x, uint256 y) internal pure {
        if (x == 0 || x >= N || !isOnCurve(x, y)) revert InvalidKey(x, y);
    }

    /// @notice Verifies a signature under a key that passed `requireKey` before, given by x and the parity of y alone.
    function verifyUnderCheckedKey(bytes32 message, uint256 x, uint256 yParity, uint256 rx, uint256 ry, uint256 z)
        internal
        view
    {
        verifyPrepared(prepare(message), x, yParity, rx, ry, z);
    }

    /// @notice The same for a message that is prepared, which pays where several keys sign one message.
    /// @param prepared what `prepare` returned for the message
    function verifyPrepared(uint256 prepared, uint256 x, uint256 yParity, uint256 rx, uint256 ry, uint256 z)
        internal
        view
    {
        uint256 c = challenge(prepared, x, yParity, rx, ry & 1);
        (bool holds, address recovered) = _holds(prepared, x, yParity, rx, ry, z, c);
        if (!holds) _refuse(rx, ry, z, c, recovered);
    }

    /// @notice Whether (x, y) are coordinates below the field prime of a point on y² = x³ + 7.
    function isOnCurve(uint256 x, uint256 y) internal pure returns (bool) {
        return x < P && y < P && mulmod(y, y, P) == addmod(mulmod(mulmod(x, x, P), x, P), 7, P);
    }

    /// @notice Reserves memory for verifying signatures of a message, and writes what is the same for each of them.
    /// @dev The memory, which `challenge` and the call of ecrecover complete and use again and again:
    ///   0 ..  63  Z_pad, one block of SHA-256
    ///     ..  96  R, compressed             ..129  P, compressed             ..161  message
    ///     .. 164  48 as two bytes, then a zero byte                          ..194  domain with its length
    /// 195 .. 226  input of the second and third hash: 32 bytes, then
    ///     .. 257  the number of the block, then the domain with its length
    /// 258 .. 385  input of ecrecover
    function prepare(bytes32 message) internal pure returns (uint256 prepared) {
        assembly ("memory-safe") {
            prepared := mload(0x40)
            mstore(0x40, add(prepared, 416))
            mstore(prepared, 0)
            mstore(add(prepared, 32), 0)
            mstore(add(prepared, 130), message)
            // "FROST-secp256k1-SHA256-v1chal", 29 bytes
            mstore(add(prepared, 162), 0x00300046524f53542d736563703235366b312d5348413235362d76316368616c)
            mstore8(add(prepared, 194), 29)
            mstore(add(prepared, 227), 0x0046524f53542d736563703235366b312d5348413235362d76316368616c1d00)
        }
    }

    /// @notice The challenge H2(R ‖ P ‖ message): `expand_message_xmd` of RFC 9380 section 5.3.1 with SHA-256, 48 bytes
    /// long, domain "FROST-secp256k1-SHA256-v1chal", taken modulo the group order.
    function challenge(uint256 prepared, uint256 x, uint256 yParity, uint256 rx, uint256 ryParity)
        internal
        view
        returns (uint256 c)
    {
        bool ok;
        assembly ("memory-safe") {
            mstore8(add(prepared, 64), or(2, ryParity))
            mstore(add(prepared, 65), rx)
            mstore8(add(prepared, 97), or(2, yParity))
            mstore(add(prepared, 98), x)
            let input := add(prepared, 195)
            // A chain without this precompile would call an empty account, which succeeds and returns nothing. The size
            // is asked after the call, as arguments are evaluated from the last to the first.
            ok := and(eq(returndatasize(), 32), staticcall(gas(), 2, prepared, 195, input, 32))
            let b0 := mload(input)
            mstore8(add(prepared, 227), 1)
            ok := and(and(eq(returndatasize(), 32), staticcall(gas(), 2, input, 63, 0, 32)), ok)
            let b1 := mload(0)
            mstore(input, xor(b0, b1))
            mstore8(add(prepared, 227), 2)
            ok := and(and(eq(returndatasize(), 32), staticcall(gas(), 2, input, 63, 0, 32)), ok)
            // 2^128 · b1 + the upper half of b2, modulo n
            c := addmod(mulmod(b1, 0x100000000000000000000000000000000, N), shr(128, mload(0)), N)
        }
        if (!ok) revert PrecompileFailed();
    }

    /// @dev The verdict, with every check in it and no reason. What is out of range or not on the curve is reckoned with
    /// all the same and refused in the end, so that honest signatures pass no branch. `recovered` is the address of
    /// z·G - c·P, or zero where the precompile returns nothing, as it does for c = 0.
    function _holds(uint256 prepared, uint256 x, uint256 yParity, uint256 rx, uint256 ry, uint256 z, uint256 c)
        private
        view
        returns (bool ok, address recovered)
    {
        assembly ("memory-safe") {
            let m := add(prepared, 258)
            mstore(m, sub(N, mulmod(z, x, N)))
            mstore(add(m, 32), add(27, yParity))
            mstore(add(m, 64), x)
            mstore(add(m, 96), sub(N, mulmod(c, x, N)))
            mstore(0, 0)
            ok := and(eq(returndatasize(), 32), staticcall(gas(), 1, m, 128, 0, 32))
            recovered := mload(0)
            mstore(0, rx)
            mstore(32, ry)
            ok := and(ok, eq(recovered, and(keccak256(0, 64), 0xffffffffffffffffffffffffffffffffffffffff)))
            ok := and(ok, lt(0, recovered))
            ok := and(ok, lt(sub(z, 1), sub(N, 1)))
            ok := and(ok, and(lt(rx, P), lt(ry, P)))
            ok := and(ok, eq(mulmod(ry, ry, P), addmod(mulmod(mulmod(rx, rx, P), rx, P), 7, P)))
        }
    }

    /// @dev Names the first rule that a signature breaks which does not hold. Always reverts.
    function _refuse(uint256 rx, uint256 ry, uint256 z, uint256 c, address recovered) private pure {
        if (!isOnCurve(rx, ry)) revert InvalidCommitment(rx, ry);
        if (z == 0 || z >= N) revert ResponseOutOfRange(z, N);
        if (c == 0) revert ZeroChallenge();
        revert WrongSignature(recovered, address(uint160(uint256(keccak256(abi.encode(rx, ry))))));
    }
}
