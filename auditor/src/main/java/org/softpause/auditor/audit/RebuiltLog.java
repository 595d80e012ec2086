package org.softpause.auditor.audit;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.softpause.auditor.abi.EventDecoder;
import org.softpause.auditor.abi.RegistryEvent;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.BatchReplay;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryState;

/**
 * A registry's log as it is rebuilt, event by event: decoded strictly, held to every bound of the
 * contract and to the links of the head chain. Signatures are verified many at a time.
 */
public final class RebuiltLog {
  /** How many decisions are followed before their signatures must have been looked at. */
  private static final int SETTLE_EVERY = 4_096;

  /** With more that are not signed, the log is an invention, which nobody has to remember whole. */
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
   * Takes the next event of the registry.
   *
   * @throws RuleViolation the first rule broken, naming the event's place
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
      throw new RuleViolation(Rule.EVENT_MALFORMED, "a second Genesis");
    }
    requireHead(event.head(), genesis.head0());
    long operatingUntil = genesis.deployedAt() + genesis.parameters().licenceSeconds();
    if (event.operatingUntil() != operatingUntil) {
      throw new RuleViolation(
          Rule.EVENT_MALFORMED, "operatingUntil is " + operatingUntil + " at the deployment");
    }
    replay = new BatchReplay(RegistryState.genesis(genesis), random);
  }

  private void append(RegistryEvent.Anchored event, EventLog.Place place) {
    if (replay == null) {
      throw new RuleViolation(Rule.LOG_SEQUENCE_BROKEN, "a decision before any Genesis");
    }
    Bytes32 id = event.entry().certificate().id();
    if (!id.equals(event.id())) {
      throw new RuleViolation(
          Rule.CERTIFICATE_ID_MISMATCH, "its fields have the id " + id + ", not " + event.id());
    }
    replay.append(event.entry());
    entries.add(new AuditedEntry(event.entry(), id, event.head(), place));
    requireHead(event.head(), replay.state().head());
    if (entries.size() % SETTLE_EVERY == 0 && replay.settle().size() > MOST_UNSIGNED) {
      throw new RuleViolation(
          Rule.SIGNATURE_INVALID, "the log is followed no further: too much of it is not signed");
    }
  }

  private static void requireHead(Bytes32 stated, Bytes32 reckoned) {
    if (!stated.equals(reckoned)) {
      throw new RuleViolation(
          Rule.LOG_HEAD_MISMATCH, "the head is reckoned " + reckoned + ", the event has " + stated);
    }
  }

  /** The sequence numbers of entries with a signature that does not verify. */
  public SortedSet<Long> badSignatures() {
    return replay == null ? Collections.emptySortedSet() : replay.settle();
  }

  /** The state that the events led to; empty before Genesis. */
  public Optional<RegistryState> state() {
    return Optional.ofNullable(replay).map(BatchReplay::state);
  }

  /** A view that grows with the log. */
  public List<AuditedEntry> entries() {
    return Collections.unmodifiableList(entries);
  }
}
