package org.softpause.auditor.chain;

/** Blocks by number, both ends included. */
public record BlockRange(long from, long to) {
  public BlockRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no block from " + from + " to " + to);
    }
  }

  public long size() {
    return to - from + 1;
  }
}
