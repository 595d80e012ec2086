package org.softpause.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The program behind {@code src/bench/run}: runs the named benchmarks and prints one table. */
public final class RunBenchmarks {
  private static final String QUICK = "--quick";
  private static final int MEDIAN = 50;
  private static final String HEAD =
      "| what / reference | figure | reference | ratio | aim | |\n| --- | --- | --- | --- | --- | --- |";

  private RunBenchmarks() {}

  /** Takes the output file, {@code --quick} and names; exits with 2 for an unknown name. */
  public static void main(String[] args) throws RunnerException, IOException {
    List<String> names = new ArrayList<>(List.of(args));
    Path file = Path.of(names.removeFirst());
    boolean quick = names.remove(QUICK);
    List<Comparison> chosen = choose(names);
    MachineDescription machine = MachineDescription.thisOne(Clock.systemUTC());
    Map<String, Double> micros = measure(chosen, quick);
    String table =
        chosen.stream()
            .map(comparison -> comparison.row(micros))
            .collect(Collectors.joining("\n", "Measured " + machine + ".\n\n" + HEAD + "\n", "\n"));
    Files.writeString(file, table);
    System.out.println("\n" + table);
  }

  private static List<Comparison> choose(List<String> names) {
    List<Comparison> all = Comparisons.all();
    List<String> known = all.stream().map(Comparison::name).distinct().toList();
    if (!known.containsAll(names)) {
      System.err.println("usage: src/bench/run [--quick] [NAME…], where NAME is one of " + known);
      System.exit(2);
    }
    return all.stream()
        .filter(comparison -> names.isEmpty() || names.contains(comparison.name()))
        .toList();
  }

  /**
   * Measures the microseconds of each benchmark: the median over the iterations of three JVMs,
   * because JVMs differ in how well they compile the same code and other work on the machine may
   * slow an iteration.
   */
  private static Map<String, Double> measure(List<Comparison> chosen, boolean quick)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 2 : 4)
            .measurementIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true);
    List<String> benchmarks =
        chosen.stream()
            .flatMap(comparison -> Stream.of(comparison.figure(), comparison.reference()))
            .distinct()
            .toList();
    benchmarks.forEach(benchmark -> options.include(pattern(benchmark)));
    String[] sizes = sizes(benchmarks);
    if (sizes.length > 0) {
      options.param("size", sizes);
    }
    Map<String, Double> micros = new HashMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      micros.put(
          nameOf(result.getParams()),
          result.getPrimaryResult().getStatistics().getPercentile(MEDIAN));
    }
    return micros;
  }

  private static String[] sizes(List<String> benchmarks) {
    return benchmarks.stream()
        .filter(benchmark -> benchmark.contains("/"))
        .map(benchmark -> benchmark.substring(benchmark.indexOf('/') + 1))
        .distinct()
        .toArray(String[]::new);
  }

  /** Matches a method with all sizes, since JMH cannot choose sizes method by method. */
  private static String pattern(String benchmark) {
    String method = benchmark.replaceFirst("/.*", "");
    return "\\." + method.replace(".", "\\.") + "$";
  }

  private static String nameOf(BenchmarkParams params) {
    String[] parts = params.getBenchmark().split("\\.", -1);
    String method = parts[parts.length - 2] + "." + parts[parts.length - 1];
    String size = params.getParam("size");
    return size == null ? method : method + "/" + size;
  }
}
