package org.softpause.bench;

import java.util.Map;
import java.util.Optional;

/**
 * A benchmark with its reference and its aims.
 *
 * @param name the name that selects it on the command line
 * @param what a description of figure and reference
 * @param figure the benchmark as class, method and, if it has one, size
 * @param reference the reference benchmark, in the same form
 * @param maxRatio the largest ratio of figure to reference that meets the aim
 * @param maxMillis the largest figure that meets the aim, in milliseconds
 */
record Comparison(
    String name,
    String what,
    String figure,
    String reference,
    Optional<Double> maxRatio,
    Optional<Double> maxMillis) {

  Comparison(String name, String what, String figure, String reference) {
    this(name, what, figure, reference, Optional.empty(), Optional.empty());
  }

  Comparison atMost(double ratio) {
    return new Comparison(name, what, figure, reference, Optional.of(ratio), maxMillis);
  }

  Comparison withinMillis(double millis) {
    return new Comparison(name, what, figure, reference, maxRatio, Optional.of(millis));
  }

  /** The simple name of the benchmark's class. */
  String benchmarkClass() {
    return figure.substring(0, figure.indexOf('.'));
  }

  /** Returns a row of the Markdown table, given the microseconds of each benchmark. */
  String row(Map<String, Double> micros) {
    double measured = time(micros, figure);
    double bare = time(micros, reference);
    return "| %s | %s | %s | %.2f | %s | %s |"
        .formatted(
            what, text(measured), text(bare), measured / bare, aim(), verdict(measured, bare));
  }

  private static double time(Map<String, Double> micros, String benchmark) {
    return Optional.ofNullable(micros.get(benchmark))
        .orElseThrow(() -> new IllegalStateException(benchmark + " was not measured"));
  }

  private static String text(double micros) {
    return micros < 1_000 ? "%.1f µs".formatted(micros) : "%.2f ms".formatted(micros / 1_000);
  }

  private String aim() {
    String ratio = maxRatio.map("≤ %.2f ×"::formatted).orElse("");
    String limit = maxMillis.map("≤ %.0f ms"::formatted).orElse("");
    return (ratio + (ratio.isEmpty() || limit.isEmpty() ? "" : ", ") + limit);
  }

  private String verdict(double measured, double bare) {
    if (maxRatio.isEmpty() && maxMillis.isEmpty()) {
      return "";
    }
    boolean met =
        measured / bare <= maxRatio.orElse(Double.MAX_VALUE)
            && measured / 1_000 <= maxMillis.orElse(Double.MAX_VALUE);
    return met ? "met" : "missed";
  }
}
