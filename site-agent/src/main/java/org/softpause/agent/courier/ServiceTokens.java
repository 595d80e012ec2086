package org.softpause.agent.courier;

import java.net.URI;
import org.softpause.protocol.token.Token;

/** Tokens over HTTP: from the service, or from any cache. */
public final class ServiceTokens implements TokenSource {
  private static final int SLACK = 16;

  private final BoundedHttp http;
  private final URI address;

  public ServiceTokens(BoundedHttp http, URI address) {
    this.http = http;
    this.address = address;
  }

  /** The service's newest. */
  public static ServiceTokens latest(BoundedHttp http, URI service) {
    return new ServiceTokens(http, URI.create(service + "/v1/tokens/latest"));
  }

  @Override
  public byte[] fetch() throws Unreachable, InterruptedException {
    return http.get(address, Token.MAX_LENGTH + SLACK);
  }
}
