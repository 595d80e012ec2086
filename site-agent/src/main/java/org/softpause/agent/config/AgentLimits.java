package org.softpause.agent.config;

import java.time.Duration;
import org.softpause.protocol.json.ObjectReader;

/**
 * The operator's limits on time and speed.
 *
 * @param poll the time between two requests to the service and the block sources
 * @param maxHeadAge the most by which a finalised block may be behind the agent's clock (protocol
 *     "Token", 4)
 * @param offlineGrace the time without a proof after which the site's offline policy applies
 * @param slewBpsPerSecond the fastest change of capacity in either direction
 */
public record AgentLimits(
    Duration poll, Duration maxHeadAge, Duration offlineGrace, int slewBpsPerSecond) {
  static AgentLimits decode(ObjectReader reader) {
    return new AgentLimits(
        seconds(reader, "pollSeconds", 1, 3600),
        seconds(reader, "maxHeadAgeSeconds", 3600, 3600),
        seconds(reader, "offlineGraceSeconds", 3600, 30 * 86_400),
        reader.has("slewBpsPerSecond") ? reader.small("slewBpsPerSecond", 1, 10_000) : 1000);
  }

  private static Duration seconds(ObjectReader reader, String name, int byDefault, int max) {
    return Duration.ofSeconds(reader.has(name) ? reader.small(name, 1, max) : byDefault);
  }
}
