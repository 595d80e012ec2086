package org.softpause.protocol.proof;

import java.io.IOException;
import java.util.Optional;

/**
 * Says that a node could not be reached or did not answer as the standard says. Its message names
 * the method.
 */
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

  /** The revert data of a contract as the node writes it, if the node gave any. */
  public Optional<String> revertData() {
    return revertData;
  }
}
