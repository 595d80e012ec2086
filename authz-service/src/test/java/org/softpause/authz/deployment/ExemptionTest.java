package org.softpause.authz.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.hardware.H100Equivalents;
import org.softpause.protocol.hardware.HardwareCount;
import org.softpause.protocol.hardware.HardwareTable;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.hardware.SiteHardware;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** The line below which a registry exempts, and what it means. */
class ExemptionTest {
  @Command
  private static final class Parsed {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private ExemptionOptions exemption = new ExemptionOptions();
  }

  private static Pflops parse(String... arguments) {
    Parsed parsed = new Parsed();
    new CommandLine(parsed).parseArgs(arguments);
    return parsed.exemption.exemptBelow();
  }

  private static Pflops peak(long h100s) {
    HardwareTable table = ShippedTables.newest();
    return table.peak(
        new SiteHardware(List.of(new HardwareCount(H100Equivalents.MODEL, h100s)), table.hash()));
  }

  @ParameterizedTest
  @CsvSource({"treaty-16, 16", "20-mw, 15521", "75-mw, 58205"})
  void aPresetIsItsLineInPflops(String preset, long pflops) {
    assertThat(parse("--preset=" + preset)).isEqualTo(Pflops.of(pflops));
    assertThat(parse("--exempt-below-pflops=" + pflops)).isEqualTo(Pflops.of(pflops));
  }

  @ParameterizedTest
  @CsvSource({"treaty-16, 16, 15", "20-mw, 15686, 15683", "75-mw, 58823, 58820"})
  void aPresetReachesWhatItsLineNamesAndExemptsLess(String preset, long reached, long exempt) {
    Pflops line = parse("--preset=" + preset);
    assertThat(peak(reached).isLessThan(line)).isFalse();
    assertThat(peak(exempt).isLessThan(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--preset=10-mw",
        "--preset=TREATY_16",
        "--preset=treaty-16 --exempt-below-pflops=16",
        ""
      })
  void exactlyOneLineIsNamedAndItIsKnown(String arguments) {
    CommandLine command = new CommandLine(new Parsed());
    assertThat(
            catchThrowable(
                () ->
                    command.parseArgs(
                        arguments.isEmpty() ? new String[0] : arguments.split(" ", -1))))
        .isInstanceOf(CommandLine.ParameterException.class);
  }

  @Test
  void anExemptionIsSaidInH100sMegawattsAndRacks() {
    assertThat(ExemptionOptions.describe(Pflops.of(100)))
        .containsExactly(
            "no decision ever reaches a cluster below 100 PFLOP/s (about 101 H100s)",
            "that many H100s draw about 0.13 MW with their hosts; of GB200 NVL72, 1 rack reaches the line");
    assertThat(ExemptionOptions.describe(Pflops.of(15_521)).getLast())
        .isEqualTo(
            "that many H100s draw about 20 MW with their hosts; of GB200 NVL72, 87 racks reach the line");
    assertThat(ExemptionOptions.describe(Pflops.of(180)).getLast()).contains("1 rack reaches");
    assertThat(ExemptionOptions.describe(Pflops.of(181)).getLast()).contains("2 racks reach ");
  }
}
