package org.softpause.authz.mirror;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.LogReconciler.Reading;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.RegistryState;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Follows the registry's log on the chain. Each pass reads all events after the last finalised
 * block, so that a reorganisation needs no detection: entries that are gone are taken back. No
 * entry becomes final before its replay gives the head that the chain has.
 */
@Lazy
@Component
public class LogFollower {
  private final RegistryEventSource chain;
  private final ServedRegistry registry;
  private final RegistryMirror mirror;
  private final LogReconciler logReconciler;
  private final RegistryDivergence registryDivergence;
  private final MirrorSettings settings;

  LogFollower(
      RegistryEventSource chain,
      ServedRegistry registry,
      RegistryMirror mirror,
      LogReconciler logReconciler,
      RegistryDivergence registryDivergence,
      MirrorSettings settings) {
    this.chain = chain;
    this.registry = registry;
    this.mirror = mirror;
    this.logReconciler = logReconciler;
    this.registryDivergence = registryDivergence;
    this.settings = settings;
  }

  /**
   * Makes one pass. The finalised block is asked first, since events read later may belong to newer
   * blocks.
   */
  public void step() throws IOException {
    long from = logReconciler.firstUnsettledBlock();
    Optional<BlockRef> finalised = chain.finalised();
    long latest = chain.latest().number();
    if (finalised.isEmpty() || finalised.get().number() < from - 1 || latest < from) {
      return;
    }
    long upTo = Math.min(latest, from + settings.blocksPerRequest() - 1);
    BlockRef settled = finalised.get().number() <= upTo ? finalised.get() : chain.block(upTo);
    List<AnchoredEntry> entries = chain.entries(from, upTo);
    if (settled.number() >= registry.require().deploymentBlock() && agrees(entries, settled)) {
      logReconciler.reconcile(new Reading(entries, upTo, settled));
    }
  }

  private boolean agrees(List<AnchoredEntry> entries, BlockRef settled) throws IOException {
    Bytes32 stated = chain.head(settled);
    try {
      RegistryState state = mirror.finalised();
      for (AnchoredEntry entry : entries) {
        if (entry.blockNumber() <= settled.number()) {
          state = state.apply(entry.entry());
        }
      }
      if (state.head().equals(stated)) {
        registryDivergence.clear();
        return true;
      }
      registryDivergence.report(
          "the replay gives " + state + ", but block " + settled.number() + " has " + stated);
    } catch (RuleViolation violation) {
      registryDivergence.report(
          "the chain has anchored what the rules refuse: " + violation.getMessage());
    }
    return false;
  }
}
