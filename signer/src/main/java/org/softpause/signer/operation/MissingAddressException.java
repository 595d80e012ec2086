package org.softpause.signer.operation;

import java.io.Serial;

/** An operation needs to reach a peer whose address was not given. */
public final class MissingAddressException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String setting;

  MissingAddressException(String setting) {
    super("no address was given for " + setting);
    this.setting = setting;
  }

  /** The setting that is missing: {@code service} or {@code rpc}. */
  public String setting() {
    return setting;
  }
}
