package org.softpause.signer.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Slot;
import org.softpause.signer.command.option.BasisPointsConverter;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.command.option.HardwareClassesConverter;
import org.softpause.signer.command.option.MandateOption;
import org.softpause.signer.command.option.ValidityOption;
import org.softpause.signer.deciding.PauseDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signer propose-pause}: proposes a pause or a drill; times count from the latest block. */
@Command(name = "propose-pause", description = "Propose a pause or a drill, and approve it.")
final class ProposePauseCommand extends ProposeCommand {
  @Mixin private MandateOption mandate = new MandateOption();

  @Option(names = "--slot", description = "0..15 (default: the first that is free).")
  private @Nullable Integer slot;

  @Option(
      names = "--regions",
      split = ",",
      paramLabel = "CODE",
      description = "ISO 3166-1 numeric codes (default: everywhere).")
  private List<Integer> regions = List.of();

  @Option(
      names = {"--classes", "--hardware-classes"},
      required = true,
      converter = HardwareClassesConverter.class,
      description = "training,inference,mixed or a mask within 1..7.")
  private int classes;

  @Option(
      names = "--min-peak-pflops",
      description = "The smallest peak that is reached (default: the registry's exemption).")
  private @Nullable Long minPeakPflops;

  @Option(
      names = {"--ceiling", "--ceiling-bps"},
      required = true,
      converter = BasisPointsConverter.class,
      description = "The capacity that may still be used: 5%%, 2.5%% or 500bps.")
  private int ceilingBps;

  @Option(
      names = "--starts-in",
      defaultValue = "0s",
      converter = DurationConverter.class,
      description =
          "When it starts, from now (default: ${DEFAULT-VALUE}; at least the registry's lead).")
  private Duration startsIn = Duration.ZERO;

  @Option(
      names = {"--lasts", "--duration-seconds"},
      required = true,
      converter = DurationConverter.class,
      description = "How long it lasts, for instance 1h or 30d.")
  private Duration lasts = Duration.ZERO;

  @Option(
      names = {"--ramp", "--ramp-seconds"},
      required = true,
      converter = DurationConverter.class,
      description = "How long each cluster takes to step down, and up again.")
  private Duration ramp = Duration.ZERO;

  @Option(
      names = {"--stagger", "--stagger-seconds"},
      defaultValue = "0s",
      converter = DurationConverter.class,
      description = "How far apart clusters may begin (default: ${DEFAULT-VALUE}).")
  private Duration stagger = Duration.ZERO;

  @Option(names = "--drill", description = "It is an exercise: nothing is slowed down.")
  private boolean drill;

  @Mixin private ValidityOption validity = new ValidityOption();

  @Override
  PauseDraft draft() {
    return new PauseDraft(
        mandate.value(),
        Optional.ofNullable(slot).map(Slot::new),
        regions,
        classes,
        Optional.ofNullable(minPeakPflops).map(Pflops::of),
        ceilingBps,
        startsIn,
        lasts,
        ramp,
        stagger,
        drill,
        validity.value());
  }
}
