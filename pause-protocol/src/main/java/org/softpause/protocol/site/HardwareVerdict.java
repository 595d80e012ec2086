package org.softpause.protocol.site;

/**
 * What came of comparing a site record's peak with its hardware; a peak that disagrees is refused
 * and gives no verdict.
 */
public enum HardwareVerdict {
  AGREES,
  /** The record names a table that the reader does not have, so that nothing was compared. */
  TABLE_NOT_AT_HAND
}
