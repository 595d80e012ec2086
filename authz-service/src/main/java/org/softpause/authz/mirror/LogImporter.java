package org.softpause.authz.mirror;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.proof.BlockRef;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Stores what was read and verified. Everything that the node still has to say is asked before the
 * database transaction begins, so that a node that falls silent leaves nothing half-written.
 */
@Lazy
@Component
class LogImporter {
  private final ServedChain servedChain;
  private final RegistryEventSource chain;
  private final LogReconciler logReconciler;

  LogImporter(ServedChain servedChain, RegistryEventSource chain, LogReconciler logReconciler) {
    this.servedChain = servedChain;
    this.chain = chain;
    this.logReconciler = logReconciler;
  }

  /**
   * Stores one reading in one transaction. Only entries that are new to us need a receipt, and one
   * transaction has one, however many entries it anchored.
   *
   * @param entries everything anchored after the finalised block known before, up to {@code upTo}
   * @param upTo the last block read
   * @param finalised the latest finalised block within what was read
   */
  void store(List<LoggedEntry> entries, long upTo, BlockRef finalised) throws IOException {
    var read = new LogReconciler.Reading(entries, upTo, finalised);
    Map<Bytes32, Long> gasUsed = new HashMap<>();
    for (LoggedEntry entry : logReconciler.unknown(read)) {
      if (!gasUsed.containsKey(entry.transaction())) {
        gasUsed.put(entry.transaction(), chain.gasUsed(entry.transaction()));
      }
    }
    servedChain.require();
    logReconciler.reconcile(read, gasUsed);
  }
}
