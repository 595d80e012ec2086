package org.softpause.protocol.hardware;

import java.util.regex.Pattern;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The name of an accelerator's model in hardware tables and site records, such as {@code
 * nvidia-h100-sxm}: maker, product and, where it matters, form.
 *
 * @param name lower-case words of letters and digits joined by hyphens, at most 40 characters
 */
public record HardwareModel(String name) implements Comparable<HardwareModel> {
  public static final int MAX_LENGTH = 40;

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /**
   * Checks the name.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE}
   */
  public HardwareModel {
    if (name.length() > MAX_LENGTH || !FORM.matcher(name).matches()) {
      throw new RuleViolation(
          Rule.MALFORMED_VALUE, "a model is lower-case words joined by hyphens, at most 40 long");
    }
  }

  @Override
  public int compareTo(HardwareModel other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
