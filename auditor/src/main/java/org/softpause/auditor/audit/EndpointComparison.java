package org.softpause.auditor.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares endpoints that each passed their own audit. If more than half report the same chain,
 * each of the others gets a finding; without such a majority every endpoint gets one.
 */
final class EndpointComparison {
  private static final String RULE = "endpoints-disagree";

  private EndpointComparison() {}

  static List<EndpointResult> of(List<EndpointResult> results) {
    List<EndpointResult> blocks = compare(results, EndpointComparison::block);
    return compare(blocks, result -> entries(result.entries()));
  }

  private static String block(EndpointResult result) {
    return result
        .block()
        .map(block -> "block " + block.number() + " has the hash " + block.hash())
        .orElse("no block");
  }

  /** Summarises the block and transaction of each entry, which the head does not prove. */
  private static String entries(List<AuditedEntry> entries) {
    int places = entries.stream().map(AuditedEntry::place).toList().hashCode();
    return entries.size() + " entries, their places fingerprint %08x".formatted(places);
  }

  private static List<EndpointResult> compare(
      List<EndpointResult> results, Function<EndpointResult, String> statement) {
    Map<String, Long> counts =
        results.stream()
            .filter(EndpointResult::isClean)
            .collect(Collectors.groupingBy(statement, Collectors.counting()));
    if (counts.size() < 2) {
      return results;
    }
    long clean = counts.values().stream().mapToLong(Long::longValue).sum();
    Optional<String> majority =
        counts.entrySet().stream()
            .filter(count -> 2 * count.getValue() > clean)
            .map(Map.Entry::getKey)
            .findFirst();
    List<EndpointResult> compared = new ArrayList<>();
    for (EndpointResult result : results) {
      compared.add(
          result.isClean() && !Optional.of(statement.apply(result)).equals(majority)
              ? result.with(finding(result, statement.apply(result), majority))
              : result);
    }
    return Collections.unmodifiableList(compared);
  }

  private static AuditFinding finding(
      EndpointResult result, String told, Optional<String> majority) {
    String others =
        majority
            .map(most -> "; most endpoints say: " + most)
            .orElse("; the endpoints say different things, and none has a majority");
    return new AuditFinding(result.name(), RULE, told + others);
  }
}
