package org.softpause.agent.fetch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.SourceAnswer;
import org.softpause.agent.verify.TokenAnswer;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.LogEntry;

/**
 * Fetches one piece of evidence, within a budget: a token from the service with the log pages that
 * it leaves out, the head from every block source, and where these two do not agree the log from
 * the block sources themselves. The sources are asked in parallel and independently of the service.
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

  /**
   * Fetches the evidence for an agent in this state.
   *
   * @param isAccepted whether evidence from the service and the sources' heads suffices
   */
  public Evidence gather(AgentState state, Predicate<Evidence> isAccepted)
      throws InterruptedException {
    GatheringBudget budget = new GatheringBudget(System::nanoTime);
    Evidence evidence = gather(state.log(), budget);
    return isAccepted.test(evidence)
        ? evidence
        : evidence.withOwnLog(ownLog(state, evidence.sources(), budget));
  }

  /** Fetches the evidence for an enrolment, which needs the service. */
  public Evidence gather(VerifiedLog known) throws InterruptedException {
    return gather(known, new GatheringBudget(System::nanoTime));
  }

  private Evidence gather(VerifiedLog known, GatheringBudget budget) throws InterruptedException {
    List<CompletableFuture<SourceAnswer>> heads = askForHeads();
    TokenAnswer token = token();
    List<LogEntry> gap =
        token instanceof TokenAnswer.Fetched fetched ? gap(fetched, known, budget) : List.of();
    return new Evidence(token, gap, heads.stream().map(CompletableFuture::join).toList());
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
  private List<LogEntry> gap(TokenAnswer.Fetched token, VerifiedLog known, GatheringBudget budget)
      throws InterruptedException {
    try {
      return pages.after(known, logStart.from(token.bytes()).orElse(0L), budget);
    } catch (EndpointUnreachable | RuleViolation e) {
      return List.of();
    }
  }

  private List<CompletableFuture<SourceAnswer>> askForHeads() {
    return sources.stream()
        .map(
            source ->
                CompletableFuture.supplyAsync(source::head, task -> Thread.ofVirtual().start(task)))
        .toList();
  }

  /** Reads the log that leads to the head which most sources report, if the agent lacks it. */
  private List<LogEntry> ownLog(
      AgentState state, List<SourceAnswer> answers, GatheringBudget budget) {
    List<SourceAnswer.Head> unknown =
        answers.stream()
            .filter(SourceAnswer.Head.class::isInstance)
            .map(SourceAnswer.Head.class::cast)
            .filter(answer -> !state.log().heads().contains(answer.head()))
            .toList();
    for (SourceAnswer.Head answer : mostReportedFirst(unknown)) {
      List<LogEntry> entries =
          sources.stream()
              .filter(source -> source.endpoint().equals(answer.source()))
              .findFirst()
              .map(source -> source.entriesAfter(state, answer, budget))
              .orElse(List.of());
      if (!entries.isEmpty()) {
        return entries;
      }
    }
    return List.of();
  }

  private static List<SourceAnswer.Head> mostReportedFirst(List<SourceAnswer.Head> answers) {
    Map<Bytes32, Long> reports =
        answers.stream()
            .collect(Collectors.groupingBy(SourceAnswer.Head::head, Collectors.counting()));
    return answers.stream()
        .sorted(
            Comparator.comparingLong(
                (SourceAnswer.Head answer) -> -reports.getOrDefault(answer.head(), 0L)))
        .toList();
  }
}
