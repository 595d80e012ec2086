package org.softpause.signer.command.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a mask of hardware classes: {@code training,mixed}, or the number itself. */
public final class HardwareClassesConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,3}")) {
      return Integer.parseInt(text);
    }
    int mask = 0;
    for (String name : text.split(",", -1)) {
      mask |= bit(name);
    }
    return mask;
  }

  private static int bit(String name) {
    return switch (name) {
      case "training" -> 1;
      case "inference" -> 2;
      case "mixed" -> 4;
      default ->
          throw new TypeConversionException("a class is training, inference or mixed, not " + name);
    };
  }
}
