package org.softpause.signer.command;

import java.util.List;
import java.util.Locale;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.inspecting.DiagnosticFinding;
import org.softpause.signer.inspecting.Diagnostics;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;

/** Looks at everything that goes wrong unseen, and says what to do about it. */
@Command(
    name = "doctor",
    description = "Check folder, clock, registry, backup and commitment numbers.")
final class DoctorCommand extends Subcommand {
  @Override
  OperationReport run(SignerContext signerContext) {
    List<DiagnosticFinding> findings = new Diagnostics(signerContext).run();
    boolean ill =
        findings.stream().anyMatch(finding -> finding.level() == DiagnosticFinding.Level.BAD);
    ObjectWriter out =
        new ObjectWriter().flag("healthy", !ill).array("findings", findings, DoctorCommand::json);
    OperationReport report =
        new OperationReport(findings.stream().map(DoctorCommand::line).toList(), out.toJson());
    return ill ? report.with(OperationReport.Outcome.REFUSED) : report;
  }

  private static String line(DiagnosticFinding finding) {
    return "%-5s %-12s %s".formatted(word(finding), finding.what(), finding.text());
  }

  private static JsonObject json(DiagnosticFinding finding) {
    return new ObjectWriter()
        .text("level", word(finding))
        .text("what", finding.what())
        .text("text", finding.text())
        .toJson();
  }

  private static String word(DiagnosticFinding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }
}
