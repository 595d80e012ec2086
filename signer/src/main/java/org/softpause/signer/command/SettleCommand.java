package org.softpause.signer.command;

import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.keeping.SeatSettling;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signer settle}: settles the seats with the finalised log, or gives up one seat. */
@Command(
    name = "settle",
    description =
        "See whether a resharing was announced, and destroy the secrets that it has replaced.")
final class SettleCommand extends Subcommand {
  @Option(
      names = "--abandon",
      paramLabel = "CEREMONY_ID",
      description =
          "Leave a ceremony that does not end, or destroy the share of a resharing that was never"
              + " announced. The finalised log is checked first: no Rotate that names it may be left.")
  private @Nullable String abandoned;

  @Override
  OperationReport run(SignerContext context) {
    SeatSettling settling =
        new SeatSettling(context, new ActivityLog(console().err(), context.clock(), false));
    return abandoned == null ? settling.settle() : settling.abandon(Bytes32.parse(abandoned));
  }
}
