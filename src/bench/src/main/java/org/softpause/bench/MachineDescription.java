package org.softpause.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** The machine and date of a measurement, printed in one line. */
record MachineDescription(LocalDate date, String processor, int cores, double load, String java) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** Describes this machine; called before the benchmarks, so that the load is not their own. */
  static MachineDescription thisOne(Clock clock) throws IOException {
    return new MachineDescription(
        LocalDate.now(clock),
        processorsName(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version().toString());
  }

  private static String processorsName() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(PROCESSORS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("an unnamed processor");
  }

  @Override
  public String toString() {
    return "%s, %d cores of %s, load %.1f before the first benchmark, Java %s"
        .formatted(date, cores, processor, load, java);
  }
}
