package org.softpause.agent.fetch;

import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.event.EventDecoder;
import org.softpause.protocol.event.RegistryEvent;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.LogEntry;

/**
 * Reads the registry's log from the events of one block source, so that the agent needs no service
 * to learn of a decision. Only the blocks from the proven time on are read.
 */
final class RegistryLogFetcher {
  private final RegistryReader reader;
  private final EventDecoder decoder;
  private final GatheringBudget budget;

  RegistryLogFetcher(RegistryReader reader, EventDecoder decoder, GatheringBudget budget) {
    this.reader = reader;
    this.decoder = decoder;
    this.budget = budget;
  }

  /**
   * The entries that the source has after the known log, each verified as it comes.
   *
   * @param provenAt the time up to which the known log is proven, Unix seconds
   * @param deploymentBlock the first block that can hold an event
   * @param last the last block to read
   * @throws RuleViolation if an event cannot be read or does not follow, or the budget is used up
   */
  List<LogEntry> after(VerifiedLog known, long provenAt, long deploymentBlock, long last)
      throws RpcException {
    List<LogEntry> entries = new ArrayList<>();
    VerifiedLog log = known;
    long from = firstFrom(provenAt, deploymentBlock, last);
    long size = Math.max(1, last - from + 1);
    while (from <= last) {
      long to = Math.min(last, from + size - 1);
      List<EventLog> events;
      try {
        budget.requireTime();
        events = reader.logs(from, to);
      } catch (RpcException refused) {
        if (size == 1) {
          throw refused;
        }
        size = Math.max(1, size / 2);
        continue;
      }
      List<LogEntry> piece = entries(events, log.length());
      budget.spend(events.stream().mapToLong(event -> event.data().length).sum(), piece.size());
      log = log.with(piece);
      entries.addAll(piece);
      from = to + 1;
    }
    return entries;
  }

  private List<LogEntry> entries(List<EventLog> events, int after) {
    return events.stream()
        .map(decoder::decode)
        .filter(RegistryEvent.Anchored.class::isInstance)
        .map(event -> ((RegistryEvent.Anchored) event).entry())
        .filter(entry -> entry.sequence() > after)
        .toList();
  }

  /** The first block at or after a time, found by halving. */
  private long firstFrom(long time, long first, long last) throws RpcException {
    long low = first;
    long high = last;
    while (low < high) {
      budget.requireTime();
      long middle = low + (high - low) / 2;
      BlockRef block = reader.block(middle);
      if (block.timestamp() >= time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
