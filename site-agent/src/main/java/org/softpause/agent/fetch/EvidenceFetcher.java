package org.softpause.agent.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.SourceAnswer;
import org.softpause.agent.verify.TokenAnswer;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.LogEntry;

/**
 * Fetches one piece of evidence: asks the service for a token and the log pages that it leaves out,
 * and every block source for its head. The sources are asked in parallel.
 */
public final class EvidenceFetcher {
  private final TokenSource tokens;
  private final LogPageFetcher pages;
  private final List<BlockSource> sources;
  private final TokenLogStart logStart;

  public EvidenceFetcher(
      TokenSource tokens, LogPageFetcher pages, List<BlockSource> sources, TokenLogStart logStart) {
    this.tokens = tokens;
    this.pages = pages;
    this.sources = List.copyOf(sources);
    this.logStart = logStart;
  }

  /** Fetches the evidence for an agent whose own log has {@code known} entries. */
  public Evidence gather(int known) throws InterruptedException {
    TokenAnswer token = token();
    List<LogEntry> gap =
        token instanceof TokenAnswer.Fetched fetched ? gap(fetched, known) : List.of();
    return new Evidence(token, gap, heads());
  }

  private TokenAnswer token() throws InterruptedException {
    try {
      return new TokenAnswer.Fetched(tokens.fetch());
    } catch (EndpointUnreachable e) {
      return new TokenAnswer.Missing(e.detail());
    } catch (RuleViolation e) {
      return new TokenAnswer.Unreadable(e.rule(), e.detail());
    }
  }

  /** Fetches the entries between; if they cannot be had, verification says what is missing. */
  private List<LogEntry> gap(TokenAnswer.Fetched token, int known) throws InterruptedException {
    try {
      return pages.between(known, logStart.from(token.bytes()).orElse(0L));
    } catch (EndpointUnreachable | RuleViolation e) {
      return List.of();
    }
  }

  private List<SourceAnswer> heads() {
    List<CompletableFuture<SourceAnswer>> asked = new ArrayList<>();
    for (BlockSource source : sources) {
      asked.add(
          CompletableFuture.supplyAsync(source::head, task -> Thread.ofVirtual().start(task)));
    }
    return asked.stream().map(CompletableFuture::join).toList();
  }
}
