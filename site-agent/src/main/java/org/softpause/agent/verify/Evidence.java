package org.softpause.agent.verify;

import java.util.List;
import org.softpause.protocol.registry.LogEntry;

/**
 * What one fetch gathered, unverified.
 *
 * @param token the service's answer to the request for a token
 * @param gap the log entries between the agent's own log and the token's
 * @param sources one answer from each configured block source
 */
public record Evidence(TokenAnswer token, List<LogEntry> gap, List<SourceAnswer> sources) {
  public Evidence {
    gap = List.copyOf(gap);
    sources = List.copyOf(sources);
  }
}
