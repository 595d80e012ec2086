package org.softpause.authz.anchoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.softpause.protocol.Bytes32;

/**
 * Decides which owner uses which nonce. No transaction is included before all nonces below it are
 * consumed, so a nonce whose owner has ended goes to the next decision, or to a cancellation where
 * something still waits above it.
 */
final class NoncePlan {
  private final long first;
  private final Set<Long> handedOut;
  private final NavigableMap<Long, NonceOwner> kept = new TreeMap<>();

  private NoncePlan(long first, Set<Long> handedOut) {
    this.first = first;
    this.handedOut = handedOut;
  }

  /** A nonce and its new owner. */
  record Assignment(long nonce, NonceOwner owner) {}

  /**
   * Finds out which owners keep their nonces.
   *
   * @param first the lowest nonce that is not consumed
   * @param recorded the owners of all nonces from there on that were ever handed out
   * @param waiting the decisions that are neither anchored nor over
   */
  static NoncePlan of(long first, NavigableMap<Long, NonceOwner> recorded, Set<Bytes32> waiting) {
    var plan = new NoncePlan(first, recorded.keySet());
    Set<Bytes32> placed = new HashSet<>();
    recorded.forEach(
        (nonce, owner) -> {
          Bytes32 decision = owner.decision();
          if (decision != null && waiting.contains(decision) && placed.add(decision)) {
            plan.kept.put(nonce, owner);
          }
        });
    if (!plan.kept.isEmpty()) {
      recorded.headMap(plan.kept.lastKey()).entrySet().stream()
          .filter(entry -> entry.getValue().equals(NonceOwner.CANCELLATION))
          .forEach(entry -> plan.kept.put(entry.getKey(), entry.getValue()));
    }
    return plan;
  }

  /** The owners that keep their nonces, the lowest nonce first. */
  Map<Long, NonceOwner> kept() {
    return Collections.unmodifiableMap(kept);
  }

  /**
   * Gives nonces to decisions that have none, in this order, and closes the gaps that are left. A
   * gap that was never handed out comes of a wrong count and may be wide, so the highest decision
   * moves into it.
   */
  List<Assignment> assign(List<Bytes32> ready) {
    NavigableMap<Long, NonceOwner> used = new TreeMap<>(kept);
    List<Assignment> all = new ArrayList<>();
    long next = first;
    for (Bytes32 decision : ready) {
      next = free(next, used);
      put(next, new NonceOwner(decision), used, all);
    }
    next = free(first, used);
    while (!used.isEmpty() && next < used.lastKey()) {
      if (handedOut.contains(next)) {
        put(next, NonceOwner.CANCELLATION, used, all);
      } else {
        put(next, used.pollLastEntry().getValue(), used, all);
        while (used.lastEntry().getValue().equals(NonceOwner.CANCELLATION)) {
          used.pollLastEntry();
        }
      }
      next = free(next, used);
    }
    return all;
  }

  private static long free(long from, Map<Long, NonceOwner> used) {
    long free = from;
    while (used.containsKey(free)) {
      free++;
    }
    return free;
  }

  private static void put(
      long nonce, NonceOwner owner, Map<Long, NonceOwner> used, List<Assignment> all) {
    used.put(nonce, owner);
    all.add(new Assignment(nonce, owner));
  }
}
