package org.softpause.signer.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Formats a point in time twice: in UTC for everyone, and on the reader's own clock. */
final class TimeFormat {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final ZoneId zone;
  private final DateTimeFormatter local;

  TimeFormat(ZoneId zone) {
    this.zone = zone;
    this.local =
        new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss ")
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(Locale.ENGLISH)
            .withZone(zone);
  }

  /** Formats Unix seconds as {@code 2026-11-23 13:00:05 UTC (2026-11-23 14:00:05 +01:00 here)}. */
  String at(long seconds) {
    Instant instant = Instant.ofEpochSecond(seconds);
    String utc = UTC.format(instant);
    return isUtc(instant) ? utc : utc + " (" + local.format(instant) + " here)";
  }

  private boolean isUtc(Instant instant) {
    return zone.getRules().getOffset(instant).equals(ZoneOffset.UTC);
  }
}
