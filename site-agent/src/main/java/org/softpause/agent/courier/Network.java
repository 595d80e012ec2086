package org.softpause.agent.courier;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.state.Enrolment;
import org.softpause.protocol.Address;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.token.TokenVerifier;

/** Everybody whom the configuration names. Nobody is asked before somebody else asks for it. */
public final class Network {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final AgentConfig config;
  private final Clock clock;
  private final BoundedHttp http = new BoundedHttp(LIMIT);
  private final HttpClient rpc = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  public Network(AgentConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  public Courier courier(Enrolment enrolment) {
    return courier(enrolment, ServiceTokens.latest(http, config.service()));
  }

  /** With tokens from somewhere else. */
  public Courier courier(Enrolment enrolment, TokenSource tokens) {
    Eip712Domain domain = enrolment.deployment().domain();
    return new Courier(
        tokens,
        new LogPages(http, config.service()),
        sources(domain.registry()),
        new TokenPeek(new TokenVerifier(enrolment.serviceKey(), domain), clock));
  }

  public TokenSource tokensAt(URI address) {
    return new ServiceTokens(http, address);
  }

  public List<BlockSource> sources(Address registry) {
    return config.rpc().stream()
        .map(endpoint -> new BlockSource(rpc, endpoint, registry, LIMIT))
        .toList();
  }
}
