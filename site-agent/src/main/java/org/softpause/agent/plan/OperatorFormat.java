package org.softpause.agent.plan;

import java.time.Instant;
import java.util.Locale;

/** Formats numbers for the operator. */
public final class OperatorFormat {
  private OperatorFormat() {}

  /** 500 → "5.00 %". */
  public static String percent(int bps) {
    return String.format(Locale.ROOT, "%d.%02d %%", bps / 100, bps % 100);
  }

  /** Unix seconds → RFC 3339. */
  public static String time(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }
}
