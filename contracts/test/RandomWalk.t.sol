// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../src/IPauseRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";

/// @notice Random decisions at random times, each judged beforehand by a model that knows nothing but the history.
contract RandomWalkTest is RegistryTest {
    struct Taken {
        bytes32 id;
        uint256 proposedAt;
        uint256 start;
        uint256 end;
        uint256 tail;
        bool lifted;
    }

    mapping(uint8 slot => Taken) private taken;
    bool private armed;
    bytes32 private head;
    uint256 private anchored;
    uint256 private entropy;

    function testFuzz_everyVerdictIsTheModels(uint256 seed) public {
        (entropy, armed, head) = (seed, true, registry.head());
        for (uint256 step = 0; step < 24; step++) {
            vm.warp(block.timestamp + _below(6) * 20_000);
            uint256 kind = _below(7);
            if (kind < 2) _tryLift();
            else if (kind < 3) _tryWithdrawal();
            else _tryPause();
            _holds();
        }
    }

    function _tryPause() private {
        IPauseRegistry.Pause memory p = aPause();
        p.mandate = uint8(_below(2));
        p.slot = uint8(p.mandate == STANDING ? 9 + _below(3) : 12 + _below(4));
        p.drill = _below(2) == 0;
        p.proposedAt = uint48(block.timestamp - _below(3) * 30_000);
        p.anchorBy = p.proposedAt + 20 days;
        Taken storage t = taken[p.slot];
        bool expected = block.timestamp >= t.end + t.tail && p.proposedAt > t.proposedAt
            && (p.drill ? p.slot == 10 || p.slot == 11 || p.slot == 15 : p.mandate == STANDING || armed);
        bytes32 id = registry.pauseId(p);
        IPauseRegistry.Signature[] memory signatures = signed(p.mandate, id);
        (bool ok,) = address(registry).call(abi.encodeCall(registry.anchorPause, (p, signatures)));
        vm.assertTrue(ok == expected, "verdict on a pause");
        if (!ok) return;
        if (p.mandate == EMERGENCY && !p.drill) armed = false;
        taken[p.slot] = Taken(id, p.proposedAt, p.effectiveAt, p.expiresAt, p.drill ? 0 : STAGGER + RAMP, false);
        _anchored(id);
    }

    function _tryLift() private {
        IPauseRegistry.Lift memory l = aLiftOf(aPause());
        l.mandate = uint8(_below(2));
        l.slot = uint8(9 + _below(7));
        Taken storage t = taken[l.slot];
        l.pauseId = t.id;
        l.proposedAt = uint48(block.timestamp - _below(2) * 30_000);
        l.anchorBy = l.proposedAt + 20 days;
        bool expected = (l.mandate == STANDING || l.slot >= 12) && block.timestamp < t.end && !t.lifted
            && l.proposedAt > t.proposedAt;
        bytes32 id = registry.liftId(l);
        IPauseRegistry.Signature[] memory signatures = signed(l.mandate, id);
        (bool ok,) = address(registry).call(abi.encodeCall(registry.anchorLift, (l, signatures)));
        vm.assertTrue(ok == expected, "verdict on a lift");
        if (!ok) return;
        (t.lifted, t.end, t.proposedAt) = (true, block.timestamp, l.proposedAt);
        if (block.timestamp <= t.start) t.tail = 0;
        _anchored(id);
    }

    function _tryWithdrawal() private {
        IPauseRegistry.Withdraw memory w = aWithdrawal(uint8(_below(2)), uint8(9 + _below(7)));
        w.proposedAt = uint48(block.timestamp - _below(2) * 30_000);
        Taken storage t = taken[w.slot];
        bool expected = w.proposedAt > t.proposedAt
            && (w.mandate == STANDING || (w.slot >= 12 && block.timestamp >= t.end + t.tail));
        bytes32 id = registry.withdrawId(w);
        IPauseRegistry.Signature[] memory signatures = signed(w.mandate, id);
        (bool ok,) = address(registry).call(abi.encodeCall(registry.anchorWithdraw, (w, signatures)));
        vm.assertTrue(ok == expected, "verdict on a withdrawal");
        if (!ok) return;
        t.proposedAt = w.proposedAt;
        _anchored(id);
    }

    function _anchored(bytes32 id) private {
        head = keccak256(abi.encodePacked(head, id, uint48(block.timestamp)));
        anchored++;
    }

    /// @dev The invariants of docs/invariants.md that a view can show.
    function _holds() private view {
        vm.assertEq(registry.head(), head, "head");
        vm.assertEq(registry.sequence(), anchored, "sequence");
        vm.assertTrue(registry.emergencyArmed() == armed, "armed");
        vm.assertEq(registry.operatingUntil(), NOW + 604_800);
        IPauseRegistry.ActivePause[] memory active = registry.activePauses();
        uint256 next;
        for (uint8 slot = 0; slot < 16; slot++) {
            Taken storage t = taken[slot];
            if (block.timestamp >= t.end + t.tail) continue;
            IPauseRegistry.ActivePause memory a = active[next++];
            vm.assertEq(a.slot, slot);
            vm.assertEq(a.pauseId, t.id);
            vm.assertEq(a.lastRampEndsAt, t.end + t.tail);
            vm.assertEq(a.latestProposedAt, t.proposedAt);
            vm.assertTrue((a.liftedAt != NEVER) == t.lifted);
        }
        vm.assertEq(active.length, next);
    }

    function _below(uint256 limit) private returns (uint256) {
        entropy = uint256(keccak256(abi.encode(entropy)));
        return entropy % limit;
    }
}
