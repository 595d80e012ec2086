package org.softpause.protocol.transport;

import java.io.IOException;

/** Carries one request to a peer and brings back the answer. */
@FunctionalInterface
public interface Transport {
  /**
   * The answer, whatever its status.
   *
   * @throws java.net.http.HttpTimeoutException if there is no whole answer in the request's time
   * @throws java.io.InterruptedIOException if the thread was interrupted, which it then still is
   * @throws IOException if the peer cannot be reached, or its answer is larger than the request
   *     allows
   */
  TransportResponse send(TransportRequest request) throws IOException;
}
