package org.softpause.auditor.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.softpause.auditor.report.JsonReport;
import org.softpause.auditor.report.ReportModel;
import org.softpause.auditor.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that audits a registry and prints the results. */
@Command(
    name = "verify",
    description = "Rebuilds a registry's whole log from the chain and verifies it.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private final AuditEnvironment environment;

  @Mixin private final AuditOptions options = new AuditOptions();

  @Option(names = "--json", description = "Print one JSON object in place of the text.")
  private boolean json;

  VerifyCommand(AuditEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    ReportModel model = options.audit(environment);
    if (json) {
      environment.print(JsonReport.of(model));
    } else {
      new TextReport(model, environment.out()).print();
    }
    return AuditExitCode.of(model.report().verdict());
  }
}
