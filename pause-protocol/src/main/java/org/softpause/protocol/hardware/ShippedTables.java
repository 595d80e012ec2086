package org.softpause.protocol.hardware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The hardware tables that come with this program. A version is never changed once it is released,
 * since site records name it by its hash; new models come with the next version.
 */
public final class ShippedTables {
  private static final List<HardwareTable> ALL = List.of(load("hardware-1.json"));

  private ShippedTables() {}

  /** Every version, oldest first. */
  public static List<HardwareTable> all() {
    return ALL;
  }

  public static HardwareTable newest() {
    return ALL.getLast();
  }

  private static HardwareTable load(String file) {
    try (InputStream input = ShippedTables.class.getResourceAsStream(file)) {
      if (input == null) {
        throw new IllegalStateException("the program has lost its hardware table " + file);
      }
      return HardwareTable.parse(input.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
