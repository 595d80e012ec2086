package org.softpause.agent.fetch;

import java.net.URI;
import org.softpause.protocol.token.Token;

/** Fetches the token over HTTP, from the service or from any cache of it. */
public final class HttpTokenSource implements TokenSource {
  private static final int SLACK = 16;

  private final BoundedHttpClient http;
  private final URI address;

  public HttpTokenSource(BoundedHttpClient http, URI address) {
    this.http = http;
    this.address = address;
  }

  /** The source of the service's newest token. */
  public static HttpTokenSource latest(BoundedHttpClient http, URI service) {
    return new HttpTokenSource(http, URI.create(service + "/v1/tokens/latest"));
  }

  @Override
  public byte[] fetch() throws EndpointUnreachable, InterruptedException {
    return http.get(address, Token.MAX_LENGTH + SLACK);
  }
}
