package org.softpause.auditor.audit;

/** Told how far the reading of one endpoint has come. */
public interface AuditProgress {
  /**
   * So far.
   *
   * @param done blocks read of {@code total}
   * @param entries decisions found in them
   */
  void read(String endpoint, long done, long total, long entries);

  /** Nobody watches. */
  static AuditProgress none() {
    return (endpoint, done, total, entries) -> {};
  }
}
