package org.softpause.authz.deployment;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.hardware.H100Equivalents;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lines below which a registry exempts, each taken from a treaty or law. */
enum ExemptionPreset {
  /** The cluster size from which the treaty published for superintelligence monitors chips. */
  TREATY_16("treaty-16", 16),
  /** The line of most bills, and of the alert on large loads of May 2026. */
  MEGAWATTS_20("20-mw", H100Equivalents.fedBy(20)),
  /** The line of Texas for large loads. */
  MEGAWATTS_75("75-mw", H100Equivalents.fedBy(75));

  private final String label;
  private final long h100s;

  ExemptionPreset(String label, long h100s) {
    this.label = label;
    this.h100s = h100s;
  }

  /** The exemption: so many H100s are reached, one less may not be. */
  Pflops exemptBelow() {
    return this == TREATY_16 ? Pflops.of(h100s) : H100Equivalents.reaching(h100s);
  }

  /** Reads a preset by its name on the command line. */
  static final class Converter implements ITypeConverter<ExemptionPreset> {
    @Override
    public ExemptionPreset convert(String name) {
      return Arrays.stream(values())
          .filter(preset -> preset.label.equals(name))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("a preset is one of " + names()));
    }
  }

  private static String names() {
    return Arrays.stream(values()).map(preset -> preset.label).collect(Collectors.joining(", "));
  }
}
