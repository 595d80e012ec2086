package org.softpause.auditor.audit;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.event.EventDecoder;
import org.softpause.protocol.event.RegistryEvent;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.BatchReplay;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryState;

/**
 * Rebuilds a registry's log event by event. Each event is decoded strictly and checked against
 * every bound of the contract and against the head chain; signatures are verified in batches.
 */
public final class RebuiltLog {
  /** The number of decisions after which their signatures are verified. */
  private static final int SETTLE_EVERY = 4_096;

  /** The log is followed no further beyond this, so that invented entries cannot fill memory. */
  private static final int MOST_UNSIGNED = 100;

  private final EventDecoder decoder;
  private final SecureRandom random;
  private final List<AuditedEntry> entries = new ArrayList<>();
  private @Nullable BatchReplay replay;

  public RebuiltLog(Eip712Domain registry, SecureRandom random) {
    this.decoder = new EventDecoder(registry);
    this.random = random;
  }

  /**
   * Appends the next event of the registry.
   *
   * @throws RuleViolation naming the first broken rule and the event's place
   */
  public void accept(EventLog log) {
    try {
      RegistryEvent event = decoder.decode(log);
      switch (event) {
        case RegistryEvent.Genesis genesis -> begin(genesis);
        case RegistryEvent.Anchored anchored -> append(anchored, log.place());
      }
    } catch (RuleViolation broken) {
      throw broken.at(place(log));
    }
  }

  private String place(EventLog log) {
    return "entry "
        + (entries.size() + 1)
        + " (block "
        + log.place().block()
        + ", transaction "
        + log.place().transaction()
        + ")";
  }

  private void begin(RegistryEvent.Genesis event) {
    Genesis genesis = event.genesis();
    if (replay != null) {
      throw new RuleViolation(Rule.EVENT_MALFORMED, "the log has a second Genesis event");
    }
    requireHead(event.head(), genesis.head0());
    long operatingUntil = genesis.deployedAt() + genesis.parameters().licenceSeconds();
    if (event.operatingUntil() != operatingUntil) {
      throw new RuleViolation(
          Rule.EVENT_MALFORMED, "operatingUntil must be " + operatingUntil + " at the deployment");
    }
    replay = new BatchReplay(RegistryState.genesis(genesis), random);
  }

  private void append(RegistryEvent.Anchored event, EventLog.Place place) {
    if (replay == null) {
      throw new RuleViolation(
          Rule.LOG_SEQUENCE_BROKEN, "a decision comes before the Genesis event");
    }
    Bytes32 id = event.entry().certificate().id();
    if (!id.equals(event.id())) {
      throw new RuleViolation(
          Rule.CERTIFICATE_ID_MISMATCH,
          "the decision's fields have the id " + id + ", not " + event.id());
    }
    replay.append(event.entry());
    entries.add(new AuditedEntry(event.entry(), id, event.head(), place));
    requireHead(event.head(), replay.state().head());
    if (entries.size() % SETTLE_EVERY == 0 && replay.settle().size() > MOST_UNSIGNED) {
      throw new RuleViolation(
          Rule.SIGNATURE_INVALID,
          "too many entries are not signed; the log is followed no further");
    }
  }

  private static void requireHead(Bytes32 stated, Bytes32 reckoned) {
    if (!stated.equals(reckoned)) {
      throw new RuleViolation(
          Rule.LOG_HEAD_MISMATCH,
          "the recomputed head is " + reckoned + ", the event states " + stated);
    }
  }

  /** The sequence numbers of entries whose signatures do not verify. */
  public SortedSet<Long> badSignatures() {
    return replay == null ? Collections.emptySortedSet() : replay.settle();
  }

  /** The registry state after the events so far; empty before the Genesis event. */
  public Optional<RegistryState> state() {
    return Optional.ofNullable(replay).map(BatchReplay::state);
  }

  /** The entries so far, as a view that grows with the log. */
  public List<AuditedEntry> entries() {
    return Collections.unmodifiableList(entries);
  }
}
