package org.softpause.signer.command.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import picocli.CommandLine.Option;

/** The option {@code --roster}, which chooses one of several committees in force here. */
public final class RosterOption {
  @Option(
      names = "--roster",
      paramLabel = "HASH",
      description = "Which committee (default: the only one in force here).")
  private @Nullable String roster;

  /** The hash that was given. */
  public Optional<Bytes32> hash() {
    return Optional.ofNullable(roster).map(Bytes32::parse);
  }
}
