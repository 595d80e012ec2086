package org.softpause.authz.mirror;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.decision.RegistryView;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryState;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registry's state and log, replayed by the protocol's own rules from the entries that we keep.
 * Final entries are replayed once and remembered, since they never change.
 */
@Component
@Transactional(readOnly = true)
public class RegistryMirror implements RegistryView {
  private final ServedRegistry registry;
  private final LogEntryRepository rows;
  private final ChainCursorRepository cursors;
  private final AtomicReference<@Nullable RegistryState> lastFinal = new AtomicReference<>();

  RegistryMirror(ServedRegistry registry, LogEntryRepository rows, ChainCursorRepository cursors) {
    this.registry = registry;
    this.rows = rows;
    this.cursors = cursors;
  }

  @Override
  public RegistryState finalised() {
    RegistryState known = lastFinal.get();
    RegistryState state = known == null ? RegistryState.genesis(genesis()) : known;
    for (LogEntryRow row :
        rows.findBySequenceGreaterThanAndFinalisedAtIsNotNullOrderBySequence(
            state.sequence(), Limit.unlimited())) {
      state = state.apply(row.anchored().entry());
    }
    lastFinal.set(state);
    return state;
  }

  @Override
  public RegistryState latest() {
    RegistryState state = finalised();
    for (LogEntryRow row : rows.findBySequenceGreaterThanOrderBySequence(state.sequence())) {
      state = state.apply(row.anchored().entry());
    }
    return state;
  }

  @Override
  public long finalisedAt() {
    return finalisedBlock().map(BlockRef::timestamp).orElseGet(() -> genesis().deployedAt());
  }

  /** The latest finalised block up to which the log has been read. */
  public Optional<BlockRef> finalisedBlock() {
    return cursors.findByOnlyTrue().flatMap(ChainCursor::finalised);
  }

  /** Final entries after a sequence number. */
  public List<AnchoredEntry> finalEntries(long after, int limit) {
    return rows
        .findBySequenceGreaterThanAndFinalisedAtIsNotNullOrderBySequence(after, Limit.of(limit))
        .stream()
        .map(LogEntryRow::anchored)
        .toList();
  }

  /** Final entries after a sequence number, as they are stored: nothing is parsed. */
  public List<StoredEntry> storedEntries(long after, int limit) {
    return rows.storedAfter(after, Limit.of(limit));
  }

  /** Entries that a reorganisation may still take back. */
  public List<AnchoredEntry> pendingEntries() {
    return rows.findByFinalisedAtIsNullOrderBySequence().stream()
        .map(LogEntryRow::anchored)
        .toList();
  }

  /** The place of a decision in the log; empty if it is not anchored. */
  public Optional<Place> place(Bytes32 decision) {
    return rows.findByDecision(decision).map(row -> new Place(row.anchored(), row.isFinal()));
  }

  /** An entry and whether it is final. */
  public record Place(AnchoredEntry anchored, boolean isFinal) {}

  private Genesis genesis() {
    return registry.require().genesis();
  }
}
