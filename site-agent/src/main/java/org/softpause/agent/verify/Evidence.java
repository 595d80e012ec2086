package org.softpause.agent.verify;

import java.util.List;
import org.softpause.protocol.registry.LogEntry;

/**
 * What one fetch gathered, unverified.
 *
 * @param token the service's answer to the request for a token
 * @param gap the log entries between the agent's own log and the token's
 * @param sources one answer from each configured block source
 * @param ownLog the log entries after the agent's own log as a block source has them; empty if the
 *     token explains what the sources report
 */
public record Evidence(
    TokenAnswer token, List<LogEntry> gap, List<SourceAnswer> sources, List<LogEntry> ownLog) {
  public Evidence {
    gap = List.copyOf(gap);
    sources = List.copyOf(sources);
    ownLog = List.copyOf(ownLog);
  }

  /** Evidence without a log from the block sources. */
  public Evidence(TokenAnswer token, List<LogEntry> gap, List<SourceAnswer> sources) {
    this(token, gap, sources, List.of());
  }

  public Evidence withOwnLog(List<LogEntry> entries) {
    return new Evidence(token, gap, sources, entries);
  }
}
