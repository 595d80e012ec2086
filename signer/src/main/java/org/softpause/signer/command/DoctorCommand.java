package org.softpause.signer.command;

import org.softpause.signer.inspecting.Diagnostics;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;

/** {@code signer doctor}: checks everything that can go wrong unnoticed. */
@Command(
    name = "doctor",
    description =
        "Check folder, backup, registry, clock, log and commitment numbers, and say what to do.")
final class DoctorCommand extends Subcommand {
  @Override
  OperationReport run(SignerContext context) {
    return new Diagnostics(context).run();
  }
}
