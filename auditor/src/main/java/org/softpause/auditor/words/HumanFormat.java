package org.softpause.auditor.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.hardware.H100Equivalents;

/** Formats numbers, times and lists for human readers. */
public final class HumanFormat {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private HumanFormat() {}

  /** Unix seconds as UTC without a zone: {@code 2026-11-23 13:00:05}. */
  public static String utc(long seconds) {
    return UTC.format(Instant.ofEpochSecond(seconds));
  }

  /** Basis points as a percentage: {@code 5 %}, {@code 2.5 %}. */
  public static String percent(int bps) {
    String decimals = "%02d".formatted(bps % 100).replaceAll("0+$", "");
    return bps / 100 + (decimals.isEmpty() ? "" : "." + decimals) + " %";
  }

  /** A throughput with thousands separators. */
  public static String pflops(Pflops value) {
    return H100Equivalents.describe(value);
  }

  /** {@code 1 decision}, {@code 2 decisions}. */
  public static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }
}
