package org.softpause.bench;

import java.util.Map;
import java.util.Optional;

/**
 * A figure beside its reference.
 *
 * @param name what to ask for at the command line
 * @param what in words
 * @param figure the benchmark: class, method and, if it has one, its size
 * @param reference likewise, of the same run
 * @param maxRatio figure over reference, at most; above zero
 * @param maxMillis the figure itself, at most
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

  /** The benchmark's class, without package. */
  String benchmarkClass() {
    return figure.substring(0, figure.indexOf('.'));
  }

  /** The line of a Markdown table; the times are microseconds by benchmark. */
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
