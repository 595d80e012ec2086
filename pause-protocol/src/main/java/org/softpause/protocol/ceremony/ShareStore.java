package org.softpause.protocol.ceremony;

import org.softpause.frost.KeyPackage;
import org.softpause.protocol.jose.Jws;

/** The durable store in which a member keeps its share. */
@FunctionalInterface
public interface ShareStore {
  /**
   * Returns once one write has brought both key and confirmation to the disk, and throws otherwise.
   *
   * @param confirmation the message that joins those sent
   */
  void keep(KeyPackage key, Jws confirmation);
}
