package org.softpause.protocol.proof;

import java.io.IOException;

/** A node could not be asked, or what it answered is no answer; its text names the method. */
public final class RpcException extends IOException {
  private static final long serialVersionUID = 1L;

  RpcException(String message) {
    super(message);
  }

  RpcException(String message, Throwable cause) {
    super(message, cause);
  }
}
