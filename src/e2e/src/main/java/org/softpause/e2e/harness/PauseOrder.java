package org.softpause.e2e.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The options of a proposed pause. The ceiling is in basis points, durations are in seconds, and
 * regions are ISO 3166-1 numeric codes.
 */
public record PauseOrder(
    int slot,
    int ceilingBps,
    List<Integer> regions,
    int hardwareClasses,
    int durationSeconds,
    int rampSeconds,
    int staggerSeconds,
    boolean drill) {

  List<String> options() {
    List<String> options = new ArrayList<>();
    options.add("--slot=" + slot);
    options.add("--ceiling-bps=" + ceilingBps);
    if (!regions.isEmpty()) {
      options.add(
          "--regions=" + regions.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    options.add("--hardware-classes=" + hardwareClasses);
    options.add("--min-peak-pflops=100");
    options.add("--duration-seconds=" + durationSeconds);
    options.add("--ramp-seconds=" + rampSeconds);
    options.add("--stagger-seconds=" + staggerSeconds);
    if (drill) {
      options.add("--drill");
    }
    return options;
  }
}
