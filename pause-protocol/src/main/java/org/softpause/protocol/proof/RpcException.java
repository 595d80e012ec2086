package org.softpause.protocol.proof;

import java.io.IOException;
import java.util.Optional;

/** A node could not be asked, or what it answered is no answer; its text names the method. */
public final class RpcException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> revertData;

  RpcException(String message) {
    this(message, Optional.empty());
  }

  RpcException(String message, Optional<String> revertData) {
    super(message);
    this.revertData = revertData;
  }

  RpcException(String message, Throwable cause) {
    super(message, cause);
    this.revertData = Optional.empty();
  }

  /**
   * What a contract gave as its reason, as the node writes it, where the node answers with that.
   */
  public Optional<String> revertData() {
    return revertData;
  }
}
