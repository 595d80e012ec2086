package org.softpause.agent.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.state.AgentEnrolment;
import org.softpause.protocol.Address;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.token.TokenVerifier;

/**
 * Connects to the service and the block sources that the configuration names. Nothing is sent
 * before a fetch.
 */
public final class ConfiguredEndpoints {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final AgentConfig config;
  private final Clock clock;
  private final BoundedHttpClient http = new BoundedHttpClient(LIMIT);
  private final HttpClient rpc = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  public ConfiguredEndpoints(AgentConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  public EvidenceFetcher evidenceFetcher(AgentEnrolment enrolment) {
    return evidenceFetcher(enrolment, HttpTokenSource.latest(http, config.service()));
  }

  /** A fetcher that takes its tokens from another source than the configured service. */
  public EvidenceFetcher evidenceFetcher(AgentEnrolment enrolment, TokenSource tokens) {
    Eip712Domain domain = enrolment.deployment().domain();
    return new EvidenceFetcher(
        tokens,
        new LogPageFetcher(http, config.service()),
        sources(domain.registry()),
        new TokenLogStart(new TokenVerifier(enrolment.serviceKey(), domain), clock));
  }

  public TokenSource tokensAt(URI address) {
    return new HttpTokenSource(http, address);
  }

  public List<BlockSource> sources(Address registry) {
    return config.rpc().stream()
        .map(endpoint -> new BlockSource(rpc, endpoint, registry, LIMIT))
        .toList();
  }
}
