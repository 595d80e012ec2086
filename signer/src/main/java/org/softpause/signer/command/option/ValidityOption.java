package org.softpause.signer.command.option;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a proposed decision can be anchored. */
public final class ValidityOption {
  @Option(
      names = "--anchor-within",
      defaultValue = "1d",
      converter = DurationConverter.class,
      description = "How long its signatures are valid (default: ${DEFAULT-VALUE}).")
  private Duration anchorWithin = Duration.ZERO;

  public Duration value() {
    return anchorWithin;
  }
}
