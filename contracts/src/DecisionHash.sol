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

    /// @notice The digest of a struct hash for this chain and the calling registry.
    function digest(bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain =
            keccak256(abi.encode(DOMAIN_TYPE, DOMAIN_NAME, DOMAIN_VERSION, block.chainid, address(this)));
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    /// @notice hashStruct of a pause.
    function ofPause(IPauseRegistry.Pause calldata pause) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                PAUSE_TYPE,
                pause.mandate,
                pause.epoch,
                pause.slot,
                pause.ceilingBps,
                pause.effectiveAt,
                pause.expiresAt,
                pause.rampSeconds,
                pause.staggerSeconds,
                ofScope(pause.scope),
                pause.drill,
                pause.proposedAt,
                pause.anchorBy,
                pause.reasonHash
            )
        );
    }

    /// @notice hashStruct of a lift.
    function ofLift(IPauseRegistry.Lift calldata lift) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                LIFT_TYPE,
                lift.mandate,
                lift.epoch,
                lift.slot,
                lift.pauseId,
                lift.proposedAt,
                lift.anchorBy,
                lift.reasonHash
            )
        );
    }

    /// @notice hashStruct of a scope; packed encoding pads the elements of an array to 32 bytes, as EIP-712 wants.
    function ofScope(IPauseRegistry.Scope calldata scope) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                SCOPE_TYPE, keccak256(abi.encodePacked(scope.regions)), scope.hardwareClasses, scope.minPeakPflops
            )
        );
    }
}
