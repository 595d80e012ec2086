package org.softpause.agent.verify;

import java.util.List;
import org.softpause.protocol.registry.LogEntry;

/**
 * What was fetched at one moment.
 *
 * @param token the service's token, unverified
 * @param gap log entries between the agent's own log and the token's, unverified
 * @param sources one answer of every configured block source
 */
public record Evidence(TokenAnswer token, List<LogEntry> gap, List<SourceAnswer> sources) {
  public Evidence {
    gap = List.copyOf(gap);
    sources = List.copyOf(sources);
  }
}
