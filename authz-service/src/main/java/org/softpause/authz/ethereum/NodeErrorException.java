package org.softpause.authz.ethereum;

import java.io.IOException;

/** The node answers a request with an error; it is not silent. */
public final class NodeErrorException extends IOException {
  private static final long serialVersionUID = 1L;

  NodeErrorException(String method, NodeError error) {
    super(method + ": " + error.message());
  }
}
