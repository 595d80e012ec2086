package org.softpause.authz.mirror;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.RegistryState;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Follows the registry's log on the chain. Each pass reads all events after the last finalised
 * block, so that a reorganisation needs no detection: entries that are gone are taken back. Nothing
 * is stored that the rules refuse, and no entry becomes final before its replay gives the head that
 * the chain has at the finalised block.
 */
@Lazy
@Component
public class LogFollower {
  private final ServedChain servedChain;
  private final RegistryEventSource chain;
  private final ServedRegistry registry;
  private final RegistryMirror mirror;
  private final LogReconciler logReconciler;
  private final LogImporter importer;
  private final LogCatchUp catchUp;
  private final RegistryDivergence registryDivergence;
  private final MirrorSettings settings;

  LogFollower(
      ServedChain servedChain,
      RegistryEventSource chain,
      ServedRegistry registry,
      RegistryMirror mirror,
      LogReconciler logReconciler,
      LogImporter importer,
      LogCatchUp catchUp,
      RegistryDivergence registryDivergence,
      MirrorSettings settings) {
    this.servedChain = servedChain;
    this.chain = chain;
    this.registry = registry;
    this.mirror = mirror;
    this.logReconciler = logReconciler;
    this.importer = importer;
    this.catchUp = catchUp;
    this.registryDivergence = registryDivergence;
    this.settings = settings;
  }

  /**
   * Makes one pass. The finalised block is asked first, since events read later may belong to newer
   * blocks.
   */
  public void step() throws IOException {
    servedChain.require();
    long from = logReconciler.firstUnsettledBlock();
    Optional<BlockRef> finalised = chain.finalised();
    long latest = chain.latest().number();
    if (finalised.isEmpty()
        || finalised.get().number() < Math.max(from - 1, registry.require().deploymentBlock())
        || latest < Math.max(from, finalised.get().number())) {
      return;
    }
    long last = from + settings.blocksPerRequest() - 1;
    try {
      if (finalised.get().number() > last) {
        catchUp.step(from, finalised.get());
      } else {
        catchUp.done();
        follow(from, Math.min(latest, last), finalised.get());
      }
    } catch (RuleViolation violation) {
      servedChain.require();
      registryDivergence.report(
          violation.rule() == Rule.LOG_HEAD_MISMATCH
              ? violation.detail()
              : "the chain has anchored what the rules refuse: " + violation.getMessage());
    }
  }

  private void follow(long from, long upTo, BlockRef finalised) throws IOException {
    List<LoggedEntry> entries = chain.entries(from, upTo);
    List<LoggedEntry> settled =
        entries.stream().filter(entry -> entry.blockNumber() <= finalised.number()).toList();
    RegistryState state = EventReplay.apply(mirror.finalised(), settled);
    if (!isKnown(finalised)) {
      EventReplay.requireHead(state, finalised, chain.head(finalised));
    }
    EventReplay.apply(state, entries.subList(settled.size(), entries.size()));
    registryDivergence.clear();
    importer.store(entries, upTo, finalised);
  }

  /**
   * Whether log and storage were found to agree at this very block before. While a chain finalises
   * nothing, its finalised block grows so old that nodes no longer have its state.
   */
  private boolean isKnown(BlockRef finalised) {
    return mirror.finalisedBlock().equals(Optional.of(finalised))
        && registryDivergence.why().isEmpty();
  }
}
