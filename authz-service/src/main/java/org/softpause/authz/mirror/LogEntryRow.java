package org.softpause.authz.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;

/** The row of a log entry, as the registry's event states it. */
@Entity
@Table(name = "log_entry")
class LogEntryRow {
  @Id private long sequence;
  private Bytes32 decision;
  private Bytes32 head;
  @Column private Instant anchoredAt;
  private long blockNumber;
  private Bytes32 blockHash;
  private Bytes32 transaction;
  private long gasUsed;
  private String entry;
  private @Nullable Instant finalisedAt;

  @SuppressWarnings("NullAway.Init")
  protected LogEntryRow() {}

  LogEntryRow(AnchoredEntry anchored) {
    this.sequence = anchored.entry().sequence();
    this.decision = anchored.id();
    this.head = anchored.head();
    this.anchoredAt = Instant.ofEpochSecond(anchored.entry().anchoredAt());
    this.blockNumber = anchored.blockNumber();
    this.blockHash = anchored.blockHash();
    this.transaction = anchored.transaction();
    this.gasUsed = anchored.gasUsed();
    this.entry =
        new String(CanonicalJson.encode(anchored.entry().toJson()), StandardCharsets.UTF_8);
  }

  AnchoredEntry anchored() {
    byte[] json = entry.getBytes(StandardCharsets.UTF_8);
    LogEntry read = StrictJson.read(json, 2 * Certificate.MAX_BYTES, LogEntry::read);
    return new AnchoredEntry(read, head, blockNumber, blockHash, transaction, gasUsed);
  }

  long sequence() {
    return sequence;
  }

  Bytes32 decision() {
    return decision;
  }

  long blockNumber() {
    return blockNumber;
  }

  Bytes32 blockHash() {
    return blockHash;
  }

  boolean isFinal() {
    return finalisedAt != null;
  }

  void finalise(Instant now) {
    finalisedAt = now;
  }
}
