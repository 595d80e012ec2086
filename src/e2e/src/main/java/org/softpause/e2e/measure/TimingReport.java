package org.softpause.e2e.measure;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the measured times as a Markdown table.
 *
 * @param first the first decisions, during which every process loads its classes
 */
record TimingReport(List<SigningTimings> first, List<SigningTimings> moments) {
  private static final int FIRST = 5;

  /** Makes the report for more than five decisions, in order. */
  static String of(List<SigningTimings> all) {
    TimingReport report = new TimingReport(all.subList(0, FIRST), all.subList(FIRST, all.size()));
    return String.join(
        "\n",
        report.conditions(),
        "",
        "| milliseconds | least | median | p99 | most |",
        "| --- | --- | --- | --- | --- |",
        report.row("from the t-th approval to CERTIFIED", SigningTimings::signing),
        report.row("of that, from the last share to CERTIFIED", SigningTimings::aggregating));
  }

  private String conditions() {
    return String.format(
        Locale.ROOT,
        "%d decisions, 3 of 5, each signer a process; %d cores, load %.1f. Before them %d by"
            + " processes just started, not in the table: %s ms.",
        moments.size(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        first.size(),
        first.stream().map(one -> millis(one.signing())).collect(Collectors.joining(", ")));
  }

  private String row(String what, Function<SigningTimings, Duration> span) {
    List<Duration> sorted = moments.stream().map(span).sorted().toList();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s |",
        what,
        millis(sorted.getFirst()),
        millis(at(sorted, 50)),
        millis(at(sorted, 99)),
        millis(sorted.getLast()));
  }

  /** Nearest rank: the 99th percentile of a hundred values or fewer is the largest. */
  private static Duration at(List<Duration> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }

  private static String millis(Duration span) {
    return String.format(Locale.ROOT, "%.1f", span.toNanos() / 1e6);
  }
}
