package org.softpause.auditor.audit;

/** Receives the progress of reading an endpoint's chain. */
public interface AuditProgress {
  /**
   * Called after each piece of the chain has been read.
   *
   * @param done the number of blocks read, of {@code total}
   * @param entries the number of decisions found so far
   */
  void read(String endpoint, long done, long total, long entries);

  /** Returns a receiver that ignores all progress. */
  static AuditProgress none() {
    return (endpoint, done, total, entries) -> {};
  }
}
