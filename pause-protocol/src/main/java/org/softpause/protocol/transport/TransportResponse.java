package org.softpause.protocol.transport;

/** A peer's answer to a request. */
public final class TransportResponse {
  private final int status;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body empty if there is none; the caller hands it over
   */
  public TransportResponse(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The bytes of the body, which are not copied. */
  public byte[] body() {
    return body;
  }
}
