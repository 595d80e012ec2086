package org.softpause.protocol.hardware;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * What a site record says of the accelerators at the site, which an inspector can count.
 *
 * @param counts strictly ascending by model, 1 to 20 models
 * @param table the hash of the hardware table that says what each counts for
 */
public record SiteHardware(List<HardwareCount> counts, Bytes32 table) {
  /** So many counts of the greatest rate still add up to less than 2^63. */
  private static final int MOST_MODELS = 20;

  /**
   * Checks the order, which leaves one spelling for one content.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE} or {@link Rule#HARDWARE_NOT_ASCENDING}
   */
  public SiteHardware {
    counts = List.copyOf(counts);
    if (counts.isEmpty() || counts.size() > MOST_MODELS) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "hardware has 1 to " + MOST_MODELS + " models");
    }
    requireAscending(counts.stream().map(HardwareCount::model).toList());
  }

  static void requireAscending(List<HardwareModel> models) {
    for (int i = 1; i < models.size(); i++) {
      if (models.get(i - 1).compareTo(models.get(i)) >= 0) {
        throw new RuleViolation(
            Rule.HARDWARE_NOT_ASCENDING,
            "model " + models.get(i) + " stands after " + models.get(i - 1));
      }
    }
  }

  /** Reads the members {@code hardware} and {@code hardwareTable} of an object. */
  public static SiteHardware read(ObjectReader in) {
    return new SiteHardware(
        in.objects("hardware", HardwareCount::read), in.bytes32("hardwareTable"));
  }

  /** Writes the members that {@link #read} reads. */
  public ObjectWriter write(ObjectWriter out) {
    return out.array("hardware", counts, HardwareCount::toJson).bytes32("hardwareTable", table);
  }

  /** Describes the hardware as people count it, as in {@code 8 nvidia-h100-sxm}. */
  public String describe() {
    return String.join(", ", counts.stream().map(one -> one.count() + " " + one.model()).toList());
  }

  /** The table that this names, if it is among those at hand. */
  public Optional<HardwareTable> tableAmong(List<HardwareTable> atHand) {
    return atHand.stream().filter(candidate -> candidate.hash().equals(table)).findFirst();
  }
}
