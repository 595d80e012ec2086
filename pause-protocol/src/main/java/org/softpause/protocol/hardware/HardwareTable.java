package org.softpause.protocol.hardware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/**
 * A version of the hardware table: what each model of accelerator counts for (protocol "Units"). A
 * site record names it by its hash.
 *
 * @param version 1 and up
 * @param lines strictly ascending by model, 1 to 1000 of them
 */
public record HardwareTable(int version, List<Accelerator> lines) {
  public static final String TYPE = "softpause-hardware-v1";
  public static final int MAX_BYTES = 512 * 1024;

  private static final int MOST_LINES = 1_000;
  private static final long GIGAFLOPS_IN_PFLOPS = 1_000_000;

  /**
   * Checks the order of the lines.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE} or {@link Rule#HARDWARE_NOT_ASCENDING}
   */
  public HardwareTable {
    lines = List.copyOf(lines);
    if (version < 1) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "a hardware table's version is 1 or more");
    }
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "a hardware table has 1 to 1000 lines");
    }
    SiteHardware.requireAscending(lines.stream().map(Accelerator::model).toList());
  }

  /**
   * Reads a table, whose bytes must be canonical, since they are hashed.
   *
   * @throws RuleViolation {@link Rule#NOT_CANONICAL}, any rule of {@link StrictJson}, or of a table
   */
  public static HardwareTable parse(byte[] bytes) {
    HardwareTable table = StrictJson.read(bytes, MAX_BYTES, HardwareTable::read);
    if (!table.hash().equals(Sha256.hash(bytes))) {
      throw new RuleViolation(Rule.NOT_CANONICAL, "a hardware table is canonical JSON");
    }
    return table;
  }

  private static HardwareTable read(ObjectReader in) {
    in.literal("type", TYPE);
    return new HardwareTable(
        in.small("version", 1, 1_000_000), in.objects("lines", Accelerator::read));
  }

  /** The SHA-256 of the canonical document. */
  public Bytes32 hash() {
    return Sha256.hash(CanonicalJson.encode(toJson()));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .number("version", version)
        .array("lines", lines, Accelerator::toJson)
        .toJson();
  }

  /** The line of a model, if the table has it. */
  public Optional<Accelerator> line(HardwareModel model) {
    return lines.stream().filter(line -> line.model().equals(model)).findFirst();
  }

  /**
   * Returns the peak of these accelerators: the exact sum of what each counts for, then rounded up
   * once to whole PFLOP/s, so that no site comes below a line by rounding.
   *
   * @throws RuleViolation {@link Rule#HARDWARE_UNKNOWN} for a model that the table does not have
   */
  public Pflops peak(SiteHardware hardware) {
    Map<HardwareModel, Accelerator> known =
        lines.stream().collect(Collectors.toMap(Accelerator::model, Function.identity()));
    long gigaflops = 0;
    for (HardwareCount one : hardware.counts()) {
      Accelerator line = known.get(one.model());
      if (line == null) {
        throw new RuleViolation(
            Rule.HARDWARE_UNKNOWN,
            "hardware table " + version + " has no model " + one.model() + " (" + hash() + ")");
      }
      gigaflops = Math.addExact(gigaflops, Math.multiplyExact(one.count(), line.rates().counted()));
    }
    return Pflops.of(Math.ceilDiv(gigaflops, GIGAFLOPS_IN_PFLOPS));
  }
}
