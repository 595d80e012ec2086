package org.softpause.signer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.hardware.H100Equivalents;

/** Formats percentages, capacities, time spans and counts as people write them. */
final class Amounts {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Amounts() {}

  /** Formats basis points as a percentage without needless digits: {@code 5 %}, {@code 2.5 %}. */
  static String percent(int bps) {
    String decimals = "%02d".formatted(bps % 100).replaceAll("0+$", "");
    return bps / 100 + (decimals.isEmpty() ? "" : "." + decimals) + " %";
  }

  /** Formats a capacity with the H100s that have it: {@code 100 PFLOP/s (about 101 H100s)}. */
  static String pflops(Pflops value) {
    return H100Equivalents.describe(value);
  }

  /** Formats seconds in the largest units that add up to them: {@code 1 hour 30 minutes}. */
  static String span(long seconds) {
    if (seconds == 0) {
      return "no time";
    }
    List<String> parts = new ArrayList<>();
    add(parts, seconds / DAY, "day");
    add(parts, seconds % DAY / HOUR, "hour");
    add(parts, seconds % HOUR / MINUTE, "minute");
    add(parts, seconds % MINUTE, "second");
    return String.join(" ", parts);
  }

  /** Counts things: {@code 1 signature}, {@code 2 signatures}. */
  static String count(long number, String what) {
    return String.format(Locale.ROOT, "%d %s%s", number, what, number == 1 ? "" : "s");
  }

  /** Lists things: {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  private static void add(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(count(number, unit));
    }
  }
}
