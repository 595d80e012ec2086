package org.softpause.signer.operation;

import org.softpause.signer.store.Passphrase;

/** Where a front end gets a passphrase from: a file, a descriptor, or somebody who types it. */
public interface Passphrases {
  /**
   * A passphrase under which something is sealed already.
   *
   * @param what it is the passphrase of
   * @throws org.softpause.signer.store.StoreException PASSPHRASE
   */
  Passphrase known(String what);

  /**
   * A passphrase that is chosen now.
   *
   * @param what it will be the passphrase of
   * @throws org.softpause.signer.store.StoreException PASSPHRASE, also if two typed texts differ
   */
  Passphrase chosen(String what);
}
