package org.softpause.protocol.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** English names of ISO 3166-1 numeric codes. */
public final class RegionNames {
  private static final String TABLE = "regions.properties";

  private final Properties alpha2ByNumber;

  private RegionNames(Properties alpha2ByNumber) {
    this.alpha2ByNumber = alpha2ByNumber;
  }

  public static RegionNames load() {
    Properties table = new Properties();
    try (InputStream input = RegionNames.class.getResourceAsStream(TABLE)) {
      if (input == null) {
        throw new IllegalStateException("the program has lost its table of regions");
      }
      table.load(input);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new RegionNames(table);
  }

  /** Returns for instance {@code Germany (276)}, or text that says that the code is unassigned. */
  public String name(int code) {
    String number = "%03d".formatted(code);
    String alpha2 = alpha2ByNumber.getProperty(number);
    return alpha2 == null
        ? "unassigned region (" + number + ")"
        : Locale.of("", alpha2).getDisplayCountry(Locale.ENGLISH) + " (" + number + ")";
  }

  public boolean isAssigned(int code) {
    return alpha2ByNumber.containsKey("%03d".formatted(code));
  }

  public int count() {
    return alpha2ByNumber.size();
  }
}
