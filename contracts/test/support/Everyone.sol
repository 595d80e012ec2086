// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IPauseRegistry} from "../../src/IPauseRegistry.sol";
import {RegistryTest} from "./RegistryTest.sol";
import {Schnorr} from "./Schnorr.sol";

/// @notice Everyone who may ever call a registry, with every key there is: takes decisions of all kinds within and
/// outside the bounds, signs them truly, hands them in now or later or twice, and signs for others. Keeps the history
/// that a registry must agree with, and fails at once where one accepts what it never may.
contract Everyone is RegistryTest {
    struct Entry {
        bytes32 id;
        uint256 anchoredAt;
    }

    struct Known {
        bytes32 id;
        uint8 mandate;
        bool drill;
        uint256 start;
        uint256 end;
        uint256 tail;
        bool lifted;
        uint256 latestProposedAt;
    }

    struct Held {
        bytes data;
        bool used;
    }

    uint256 private constant DAY = 86_400;
    uint32 private constant WEEK = 604_800;

    Schnorr.Key[] private pool;
    Held[] private held;
    Entry[] public history;
    mapping(uint8 slot => Known) public known;
    mapping(bytes32 id => bool) public anchoredBefore;
    uint256 public time;
    bytes32 public genesis;
    bool public armed;
    /// @notice Real pauses of EMERGENCY, and times it was armed.
    uint256 public shots;
    uint256 public armings;
    uint32[2] public epochs;
    uint256 public until;
    uint256 public accepted;
    uint256 public refusals;

    modifier now_() {
        vm.warp(time);
        _;
    }

    function begin() external {
        setUp();
        for (uint256 i = 0; i < 6; i++) {
            pool.push(Schnorr.keyOf(1_000 + i));
        }
        IPauseRegistry.Parameters memory p = parameters();
        (p.leadSeconds, p.lapseCeilingBps) = (1_800, 5_000);
        registry = deployed(p, bodies(standingKeys), bodies(emergencyKeys));
        (time, genesis, until) = (block.timestamp, registry.head(), registry.operatingUntil());
        (armed, armings) = (true, 1);
    }

    function target() external view returns (IPauseRegistry) {
        return registry;
    }

    function length() external view returns (uint256) {
        return history.length;
    }

    function wait(uint256 seconds_) external {
        time += bound(seconds_, 1, 12 * DAY);
        vm.warp(time);
    }

    /// @notice A pause, mostly within its bounds, of either mandate, handed in or held back.
    function decidePause(uint256 seed, uint8 slot, uint32 lasts, bool drill, uint8 holdBack) external now_ {
        IPauseRegistry.Pause memory p = aPause();
        p.slot = seed % 29 == 0 ? slot : slot % 16;
        p.mandate = p.slot < 12 ? STANDING : EMERGENCY;
        if (seed % 11 == 0) p.mandate = 1 - p.mandate;
        p.epoch = registry.epoch(p.mandate);
        p.drill = drill;
        if (drill && seed % 3 > 0) p.slot = p.mandate == STANDING ? 10 : 15;
        p.ceilingBps = seed % 7 == 0 ? uint16(seed >> 8) : 500;
        p.effectiveAt = uint48(time + (seed >> 24) % ((seed % 3 == 0 ? 31 : 1) * DAY));
        p.rampSeconds = uint32(60 + (seed >> 56) % (seed % 4 == 0 ? DAY + 100 : 3_600));
        p.staggerSeconds = uint32((seed >> 88) % (seed % 4 == 0 ? DAY + 100 : 3_600));
        // mostly within the shortest of the limits, sometimes beyond the longest
        p.expiresAt = uint48(p.effectiveAt + 6_000 + lasts % ((seed % 6 == 0 ? 750 : 6) * DAY));
        p.scope.minPeakPflops = seed % 5 == 0 ? uint64(seed >> 120) % 32 : 1_000;
        (p.proposedAt, p.anchorBy) = _validity(seed >> 152, 30 days);
        bytes32 id = registry.pauseId(p);
        _offer(abi.encodeCall(registry.anchorPause, (p, signed(p.mandate, id))), holdBack);
    }

    /// @notice A lift of whatever is in a slot, by either mandate.
    function decideLift(uint256 seed, uint8 slot, bool byEmergency, uint8 holdBack) external now_ {
        IPauseRegistry.Lift memory l;
        (l.mandate, l.slot) = (byEmergency ? EMERGENCY : STANDING, slot % 16);
        l.epoch = registry.epoch(l.mandate);
        l.pauseId = known[l.slot].id;
        (l.proposedAt, l.anchorBy) = _validity(seed, 30 days);
        l.reasonHash = bytes32(seed);
        _offer(abi.encodeCall(registry.anchorLift, (l, signed(l.mandate, registry.liftId(l)))), holdBack);
    }

    /// @notice A withdrawal in any slot, by either mandate.
    function decideWithdrawal(uint256 seed, uint8 slot, bool byEmergency, uint8 holdBack) external now_ {
        IPauseRegistry.Withdraw memory w = aWithdrawal(byEmergency ? EMERGENCY : STANDING, slot % 17);
        w.epoch = registry.epoch(w.mandate);
        (w.proposedAt, w.anchorBy) = _validity(seed, 30 days);
        w.reasonHash = bytes32(seed);
        _offer(abi.encodeCall(registry.anchorWithdraw, (w, signed(w.mandate, registry.withdrawId(w)))), holdBack);
    }

    function decideRenewal(uint256 seed, uint32 ahead, uint8 holdBack) external now_ {
        IPauseRegistry.Renew memory r = aRenewal();
        r.operatingUntil = uint48((seed % 3 == 0 ? time : until) + ahead % (seed % 5 == 0 ? WEEK + 1_000 : DAY));
        (r.proposedAt, r.anchorBy) = _validity(seed, 30 days);
        _offer(abi.encodeCall(registry.anchorRenew, (r, signed(STANDING, registry.renewId(r)))), holdBack);
    }

    /// @notice A rotation of either mandate to some of the pool's keys, ascending by x as a rule.
    function decideRotation(uint256 seed, bool ofEmergency, uint8 holdBack) external now_ {
        Schnorr.Key[] memory next = _some(seed);
        IPauseRegistry.Rotate memory r = aRotation(ofEmergency ? EMERGENCY : STANDING, next);
        for (uint256 i = 0; i < r.committees.length; i++) {
            r.committees[i].civil = seed >> (100 + i) & 1 == 1;
        }
        (r.proposedAt, r.anchorBy) = _validity(seed >> 152, 1 days);
        bytes32 id = registry.rotateId(r);
        _offer(abi.encodeCall(registry.anchorRotate, (r, signedBy(signersOf(next), id))), holdBack);
    }

    /// @notice Hands in what was held back, perhaps long ago, perhaps for the second time.
    function handInHeld(uint256 index) external now_ {
        if (held.length == 0) return;
        Held storage h = held[index % held.length];
        bool before = h.used;
        bool ok = _call(h.data);
        vm.assertFalse(ok && before, "one certificate anchored twice");
        h.used = before || ok;
    }

    /// @notice Signs a lift of a standing pause with keys of others: EMERGENCY's, one too few, strangers'.
    function forgeLift(uint8 slot, uint256 stranger) external now_ {
        IPauseRegistry.Lift memory l;
        (l.slot, l.epoch) = (slot % 16, registry.epoch(STANDING));
        l.pauseId = known[l.slot].id;
        (l.proposedAt, l.anchorBy) = (uint48(time), uint48(time + 1));
        Schnorr.Key[] memory others = new Schnorr.Key[](standingKeys.length);
        for (uint256 i = 0; i < others.length; i++) {
            others[i] = standingKeys[i];
        }
        others[stranger % others.length] = Schnorr.keyOf(1 + stranger % 500);
        IPauseRegistry.Signature[] memory signatures = signedBy(others, registry.liftId(l));
        (bool ok,) = address(registry).call(abi.encodeCall(registry.anchorLift, (l, signatures)));
        vm.assertFalse(ok, "a lift by who may not");
    }

    /// @dev `proposedAt` up to 40 days ago and `anchorBy` up to a second beyond what is allowed after it.
    function _validity(uint256 seed, uint256 longest) private view returns (uint48 proposedAt, uint48 anchorBy) {
        proposedAt = uint48(time - (seed % 4 == 0 ? (seed >> 8) % (40 * DAY) : (seed >> 8) % 3_600));
        anchorBy = uint48(seed % 5 == 0 ? time + (seed >> 40) % 100 : proposedAt + longest + (seed % 23 == 0 ? 1 : 0));
    }

    function _some(uint256 seed) private view returns (Schnorr.Key[] memory next) {
        next = new Schnorr.Key[](seed % 4);
        for (uint256 i = 0; i < next.length; i++) {
            Schnorr.Key memory key = pool[(seed >> (8 * i + 8)) % pool.length];
            uint256 place = i;
            for (; place > 0 && next[place - 1].x > key.x; place--) {
                next[place] = next[place - 1];
            }
            next[place] = key;
        }
    }

    function _offer(bytes memory data, uint8 holdBack) private {
        held.push(Held(data, false));
        if (holdBack % 4 > 0) held[held.length - 1].used = _call(data);
    }

    function _call(bytes memory data) private returns (bool ok) {
        (ok,) = address(registry).call(data);
        if (!ok) refusals++;
        if (!ok) return ok;
        accepted++;
        bytes4 selector = bytes4(data);
        bytes memory arguments = new bytes(data.length - 4);
        for (uint256 i = 4; i < data.length; i++) {
            arguments[i - 4] = data[i];
        }
        if (selector == IPauseRegistry.anchorPause.selector) {
            (IPauseRegistry.Pause memory p,) = abi.decode(arguments, (IPauseRegistry.Pause, IPauseRegistry.Signature[]));
            _paused(p);
        } else if (selector == IPauseRegistry.anchorLift.selector) {
            (IPauseRegistry.Lift memory l,) = abi.decode(arguments, (IPauseRegistry.Lift, IPauseRegistry.Signature[]));
            _lifted(l);
        } else if (selector == IPauseRegistry.anchorWithdraw.selector) {
            (IPauseRegistry.Withdraw memory w,) =
                abi.decode(arguments, (IPauseRegistry.Withdraw, IPauseRegistry.Signature[]));
            _withdrawn(w);
        } else if (selector == IPauseRegistry.anchorRenew.selector) {
            (IPauseRegistry.Renew memory r,) = abi.decode(arguments, (IPauseRegistry.Renew, IPauseRegistry.Signature[]));
            _renewed(r);
        } else {
            (IPauseRegistry.Rotate memory r,) =
                abi.decode(arguments, (IPauseRegistry.Rotate, IPauseRegistry.Signature[]));
            _rotated(r);
        }
    }

    /// @dev What no pause may ever say, reckoned here in another way than the contract does.
    function _paused(IPauseRegistry.Pause memory p) private {
        Known storage k = known[p.slot];
        vm.assertTrue(time >= k.end + k.tail, "a slot taken while occupied");
        vm.assertTrue(p.proposedAt > k.latestProposedAt, "an older pause revived");
        vm.assertTrue(p.ceilingBps >= 100 && p.ceilingBps < 10_000, "a kill switch, or no pause at all");
        vm.assertTrue(p.scope.minPeakPflops >= 16, "an exempt site reached");
        uint256 start = p.effectiveAt > time + 1_800 ? p.effectiveAt : time + 1_800;
        uint256 over = uint256(p.expiresAt) + p.staggerSeconds + p.rampSeconds;
        vm.assertTrue(start <= time + 30 * DAY, "a start out of sight");
        vm.assertTrue(p.expiresAt >= start + p.rampSeconds, "an end before the ramp is over");
        uint256 longest = p.drill ? 7 * DAY : p.mandate == STANDING ? 730 * DAY : 14 * DAY;
        vm.assertTrue(over - start <= longest, "a pause longer than its mandate allows");
        vm.assertTrue((p.mandate == STANDING) == (p.slot < 12), "a slot of the other mandate");
        vm.assertTrue(!p.drill || p.slot == 10 || p.slot == 11 || p.slot == 15, "an exercise in the way");
        if (p.mandate == EMERGENCY && !p.drill) {
            vm.assertTrue(armed, "a second shot");
            armed = false;
            shots++;
        }
        bytes32 id = registry.pauseId(p);
        uint256 tail = p.drill ? 0 : over - p.expiresAt;
        known[p.slot] = Known(id, p.mandate, p.drill, start, p.expiresAt, tail, false, p.proposedAt);
        _entered(id);
    }

    function _lifted(IPauseRegistry.Lift memory l) private {
        Known storage k = known[l.slot];
        vm.assertTrue(l.mandate == STANDING || l.slot >= 12, "a lift by who may not");
        vm.assertTrue(l.pauseId == k.id && !k.lifted && time < k.end, "a lift of nothing");
        vm.assertTrue(l.proposedAt > k.latestProposedAt, "an older lift revived");
        (k.lifted, k.end, k.latestProposedAt) = (true, time, l.proposedAt);
        if (time <= k.start) k.tail = 0;
        _entered(registry.liftId(l));
    }

    function _withdrawn(IPauseRegistry.Withdraw memory w) private {
        Known storage k = known[w.slot];
        vm.assertTrue(w.mandate == STANDING || w.slot >= 12, "a withdrawal by who may not");
        vm.assertTrue(w.mandate == STANDING || time >= k.end + k.tail, "a lift of STANDING voided by EMERGENCY");
        vm.assertTrue(w.proposedAt > k.latestProposedAt, "an older withdrawal revived");
        k.latestProposedAt = w.proposedAt;
        _entered(registry.withdrawId(w));
    }

    function _renewed(IPauseRegistry.Renew memory r) private {
        vm.assertTrue(r.operatingUntil > time && r.operatingUntil > until, "a licence that does not rise");
        vm.assertTrue(r.operatingUntil <= time + WEEK, "a licence longer than a licence");
        until = r.operatingUntil;
        _entered(registry.renewId(r));
    }

    function _rotated(IPauseRegistry.Rotate memory r) private {
        vm.assertTrue(time <= r.proposedAt + DAY, "a rotation held back");
        vm.assertTrue(r.epoch == epochs[STANDING] && r.targetEpoch == epochs[r.target], "a rotation of another epoch");
        epochs[r.target]++;
        Schnorr.Key[] storage keys = r.target == STANDING ? standingKeys : emergencyKeys;
        while (keys.length > 0) {
            keys.pop();
        }
        for (uint256 i = 0; i < r.committees.length; i++) {
            keys.push(_keyWithX(r.committees[i].x));
        }
        if (r.target == EMERGENCY) {
            armed = keys.length > 0;
            if (armed) armings++;
        }
        _entered(registry.rotateId(r));
    }

    function _keyWithX(uint256 x) private view returns (Schnorr.Key memory) {
        for (uint256 i = 0; i < pool.length; i++) {
            if (pool[i].x == x) return pool[i];
        }
        revert("a key from nowhere");
    }

    function _entered(bytes32 id) private {
        vm.assertFalse(anchoredBefore[id], "one decision anchored twice");
        anchoredBefore[id] = true;
        history.push(Entry(id, time));
    }
}
