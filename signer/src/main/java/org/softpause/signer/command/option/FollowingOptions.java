package org.softpause.signer.command.option;

import java.time.Duration;
import org.softpause.signer.ceremony.CeremonyFollowing;
import org.softpause.signer.operation.SignerContext;
import picocli.CommandLine.Option;

/** How a command follows a ceremony or a repair to its end. */
public final class FollowingOptions {
  @Option(
      names = "--poll",
      defaultValue = "300ms",
      converter = DurationConverter.class,
      description = "How often to look (default: ${DEFAULT-VALUE}).")
  private Duration poll = Duration.ZERO;

  @Option(
      names = "--for",
      defaultValue = "1h",
      converter = DurationConverter.class,
      description = "How long to wait for the others (default: ${DEFAULT-VALUE}).")
  private Duration patience = Duration.ZERO;

  /** Follows with these options. */
  public CeremonyFollowing following(SignerContext context) {
    return new CeremonyFollowing(context, poll, patience);
  }
}
