// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IPauseRegistry} from "./IPauseRegistry.sol";

/// @title The EIP-712 digests that serve as ids of decisions
/// @dev The domain is computed at each call, not kept as an immutable: it then follows a chain that forks, and it
/// cannot be forged in the deployed code, whose hash is taken with the immutables zeroed.
library DecisionHash {
    bytes32 private constant DOMAIN_TYPE =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant DOMAIN_NAME = keccak256("Softpause");
    bytes32 private constant DOMAIN_VERSION = keccak256("1");
    bytes32 private constant SCOPE_TYPE =
        keccak256("Scope(uint16[] regions,uint8 hardwareClasses,uint64 minPeakPflops)");
    bytes32 private constant PAUSE_TYPE = keccak256(
        "Pause(uint8 mandate,uint32 epoch,uint8 slot,uint16 ceilingBps,uint48 effectiveAt,uint48 expiresAt,"
        "uint32 rampSeconds,uint32 staggerSeconds,Scope scope,bool drill,uint48 proposedAt,uint48 anchorBy,"
        "bytes32 reasonHash)Scope(uint16[] regions,uint8 hardwareClasses,uint64 minPeakPflops)"
    );
    bytes32 private constant LIFT_TYPE = keccak256(
        "Lift(uint8 mandate,uint32 epoch,uint8 slot,bytes32 pauseId,uint48 proposedAt,uint48 anchorBy,"
        "bytes32 reasonHash)"
    );
    bytes32 private constant WITHDRAW_TYPE = keccak256(
        "Withdraw(uint8 mandate,uint32 epoch,uint8 slot,uint48 proposedAt,uint48 anchorBy,bytes32 reasonHash)"
    );
    bytes32 private constant RENEW_TYPE = keccak256(
        "Renew(uint8 mandate,uint32 epoch,uint48 operatingUntil,uint48 proposedAt,uint48 anchorBy,bytes32 reasonHash)"
    );
    bytes32 private constant COMMITTEE_TYPE = keccak256("Committee(uint256 x,uint256 y,bool civil,bytes32 roster)");
    bytes32 private constant ROTATE_TYPE = keccak256(
        "Rotate(uint8 mandate,uint32 epoch,uint8 target,uint32 targetEpoch,Committee[] committees,uint48 proposedAt,"
        "uint48 anchorBy,bytes32 reasonHash)Committee(uint256 x,uint256 y,bool civil,bytes32 roster)"
    );

    /// @notice The id of a pause for this chain and the calling registry.
    function idOf(IPauseRegistry.Pause memory pause) internal view returns (bytes32) {
        return _digest(_hashStruct(pause));
    }

    /// @notice The id of a lift for this chain and the calling registry.
    function idOf(IPauseRegistry.Lift memory lift) internal view returns (bytes32) {
        return _digest(keccak256(abi.encode(LIFT_TYPE, lift)));
    }

    /// @notice The id of a withdrawal for this chain and the calling registry.
    function idOf(IPauseRegistry.Withdraw memory withdraw) internal view returns (bytes32) {
        return _digest(keccak256(abi.encode(WITHDRAW_TYPE, withdraw)));
    }

    /// @notice The id of a renewal for this chain and the calling registry.
    function idOf(IPauseRegistry.Renew memory renew) internal view returns (bytes32) {
        return _digest(keccak256(abi.encode(RENEW_TYPE, renew)));
    }

    /// @notice The id of a rotation for this chain and the calling registry.
    function idOf(IPauseRegistry.Rotate memory rotate) internal view returns (bytes32) {
        bytes32[] memory committees = new bytes32[](rotate.committees.length);
        for (uint256 i = 0; i < committees.length; i++) {
            committees[i] = keccak256(abi.encode(COMMITTEE_TYPE, rotate.committees[i]));
        }
        return _digest(
            keccak256(
                abi.encode(
                    ROTATE_TYPE,
                    rotate.mandate,
                    rotate.epoch,
                    rotate.target,
                    rotate.targetEpoch,
                    keccak256(abi.encodePacked(committees)),
                    rotate.proposedAt,
                    rotate.anchorBy,
                    rotate.reasonHash
                )
            )
        );
    }

    /// @dev In memory a struct is its fields, one word each, which is what EIP-712 hashes, save that the scope is a
    /// pointer: copied behind the type, with the scope's hash in its place.
    function _hashStruct(IPauseRegistry.Pause memory pause) private pure returns (bytes32 hash) {
        bytes32 typeHash = PAUSE_TYPE;
        bytes32 scopeHash = _hashStruct(pause.scope);
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, typeHash)
            mcopy(add(m, 32), pause, 416)
            mstore(add(m, 288), scopeHash)
            hash := keccak256(m, 448)
        }
    }

    /// @dev An array in memory is its length, then its elements, one word each, as EIP-712 hashes them.
    function _hashStruct(IPauseRegistry.Scope memory scope) private pure returns (bytes32 hash) {
        uint16[] memory regions = scope.regions;
        bytes32 typeHash = SCOPE_TYPE;
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, typeHash)
            mstore(add(m, 32), keccak256(add(regions, 32), shl(5, mload(regions))))
            mcopy(add(m, 64), add(scope, 32), 64)
            hash := keccak256(m, 128)
        }
    }

    /// @dev keccak256(0x1901 ‖ domain separator ‖ hash of the struct)
    function _digest(bytes32 structHash) private view returns (bytes32 id) {
        (bytes32 domainType, bytes32 name, bytes32 version) = (DOMAIN_TYPE, DOMAIN_NAME, DOMAIN_VERSION);
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, domainType)
            mstore(add(m, 32), name)
            mstore(add(m, 64), version)
            mstore(add(m, 96), chainid())
            mstore(add(m, 128), address())
            let domain := keccak256(m, 160)
            mstore(m, shl(240, 0x1901))
            mstore(add(m, 2), domain)
            mstore(add(m, 34), structHash)
            id := keccak256(m, 66)
        }
    }
}
