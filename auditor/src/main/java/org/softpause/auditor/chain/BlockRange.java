package org.softpause.auditor.chain;

/** A range of block numbers; both ends are included. */
public record BlockRange(long from, long to) {
  public BlockRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a block range: " + from + " to " + to);
    }
  }

  public long size() {
    return to - from + 1;
  }
}
