package org.softpause.authz.mirror.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.mirror.StoredEntry;
import org.softpause.authz.mirror.web.AnchorView.BlockView;
import org.softpause.protocol.Bytes32;

/**
 * A page of the log that is read from the database while it is written to the caller, a part at a
 * time: a caller that reads slowly holds little memory, and no connection to the database.
 */
@JsonPropertyOrder({"entries", "next"})
public final class StoredLogPage {
  private static final int PART = 50;

  private final Source source;
  private final long after;
  private final int limit;
  private int written;
  private long last;

  StoredLogPage(Source source, long after, int limit) {
    this.source = source;
    this.after = after;
    this.limit = limit;
    this.last = after;
  }

  /** Final entries after a sequence number, at most so many. */
  interface Source {
    List<StoredEntry> after(long sequence, int limit);
  }

  /** The entries; they can be gone through once. */
  public Iterable<Entry> getEntries() {
    return Entries::new;
  }

  /** The sequence number to go on from, after the entries of a full page. */
  public @Nullable Long getNext() {
    return written == limit ? last : null;
  }

  /** An entry with its place on the chain. */
  public record Entry(
      @JsonRawValue String entry,
      BlockView block,
      Bytes32 transaction,
      Bytes32 head,
      long gasUsed) {
    static Entry of(StoredEntry stored) {
      return new Entry(
          stored.json(),
          new BlockView(stored.blockNumber(), stored.blockHash()),
          stored.transaction(),
          stored.head(),
          stored.gasUsed());
    }
  }

  private final class Entries implements Iterator<Entry> {
    private Iterator<StoredEntry> part = read();

    private Iterator<StoredEntry> read() {
      int size = Math.min(PART, limit - written);
      return size == 0 ? List.<StoredEntry>of().iterator() : source.after(last, size).iterator();
    }

    @Override
    public boolean hasNext() {
      if (!part.hasNext() && last > after && written % PART == 0) {
        part = read();
      }
      return part.hasNext();
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      StoredEntry stored = part.next();
      written++;
      last = stored.sequence();
      return Entry.of(stored);
    }
  }
}
