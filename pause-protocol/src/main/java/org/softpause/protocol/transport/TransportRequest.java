package org.softpause.protocol.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One request to a peer, with the limits on its answer.
 *
 * @param uri where it goes, with path and query
 * @param authorization the value of the header of that name, if the sender proves who it is
 * @param body a JSON document to post; without one the request is a GET
 * @param timeout for the whole exchange, from connecting to the last byte
 * @param maxBytes of the answer's body
 */
public record TransportRequest(
    URI uri,
    Optional<String> authorization,
    Optional<byte[]> body,
    Duration timeout,
    int maxBytes) {
  /** A GET. */
  public static TransportRequest get(URI uri, Duration timeout, int maxBytes) {
    return new TransportRequest(uri, Optional.empty(), Optional.empty(), timeout, maxBytes);
  }

  /** A POST of a JSON document. */
  public static TransportRequest post(URI uri, byte[] json, Duration timeout, int maxBytes) {
    return new TransportRequest(uri, Optional.empty(), Optional.of(json), timeout, maxBytes);
  }

  /** The same request with this {@code Authorization} header. */
  public TransportRequest withAuthorization(String credentials) {
    return new TransportRequest(uri, Optional.of(credentials), body, timeout, maxBytes);
  }

  /** The same request with this limit on the whole exchange. */
  public TransportRequest within(Duration limit) {
    return new TransportRequest(uri, authorization, body, limit, maxBytes);
  }

  /** GET or POST. */
  public String method() {
    return body.isPresent() ? "POST" : "GET";
  }
}
