package org.softpause.authz.anchoring;

import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;

/**
 * What a nonce is used for.
 *
 * @param decision the decision to anchor; null for a cancellation, which is an empty transaction of
 *     the sender to itself that only consumes the nonce
 */
record NonceOwner(@Nullable Bytes32 decision) {
  static final NonceOwner CANCELLATION = new NonceOwner(null);

  @Override
  public String toString() {
    return decision == null ? "a cancellation" : "decision " + decision;
  }
}
