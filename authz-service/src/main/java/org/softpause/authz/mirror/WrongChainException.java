package org.softpause.authz.mirror;

import java.io.IOException;

/**
 * The node follows another chain than the registry's. To whoever reads or sends it is a node that
 * does not answer.
 */
public final class WrongChainException extends IOException {
  private static final long serialVersionUID = 1L;

  WrongChainException(long nodes, long registrys) {
    super("the node is on chain " + nodes + ", but the registry is on chain " + registrys);
  }
}
