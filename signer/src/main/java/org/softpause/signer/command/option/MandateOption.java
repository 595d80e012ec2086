package org.softpause.signer.command.option;

import java.util.Locale;
import org.softpause.protocol.decision.MandateName;
import picocli.CommandLine.Option;

/** The mandate in whose name a decision about a slot is proposed. */
public final class MandateOption {
  @Option(
      names = "--mandate",
      defaultValue = "standing",
      description = "standing or emergency (default: ${DEFAULT-VALUE}).")
  private String mandate = "";

  public MandateName value() {
    return parse(mandate);
  }

  /** A mandate's name as an officer types it, in any case. */
  public static MandateName parse(String typed) {
    return MandateName.parse(typed.toUpperCase(Locale.ROOT));
  }
}
