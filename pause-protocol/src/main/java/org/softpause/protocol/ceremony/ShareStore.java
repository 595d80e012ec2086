package org.softpause.protocol.ceremony;

import org.softpause.frost.KeyPackage;
import org.softpause.protocol.jose.Jws;

/** Where a member keeps its share. */
@FunctionalInterface
public interface ShareStore {
  /**
   * Returns once key and confirmation have both reached the disk, in one write; throws if not.
   *
   * @param confirmation joins the messages sent
   */
  void keep(KeyPackage key, Jws confirmation);
}
