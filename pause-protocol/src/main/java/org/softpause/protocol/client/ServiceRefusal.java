package org.softpause.protocol.client;

import java.io.Serial;

/** The service refused a request with a problem document (RFC 9457), whose slug names the rule. */
public final class ServiceRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String slug;

  ServiceRefusal(int status, String slug, String detail) {
    super(detail);
    this.status = status;
    this.slug = slug;
  }

  /** The HTTP status, 400..499. */
  public int status() {
    return status;
  }

  /** The part of the problem's {@code type} after {@code urn:softpause:problem:}. */
  public String slug() {
    return slug;
  }
}
