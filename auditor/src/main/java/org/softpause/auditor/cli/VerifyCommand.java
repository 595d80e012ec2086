package org.softpause.auditor.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.softpause.auditor.report.JsonReport;
import org.softpause.auditor.report.ReportModel;
import org.softpause.auditor.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Audits a registry and prints what came of it. */
@Command(
    name = "verify",
    description = "Rebuilds a registry's whole log from the chain and verifies all of it.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private final AuditEnvironment surroundings;

  @Mixin private final AuditOptions options = new AuditOptions();

  @Option(names = "--json", description = "One JSON object in place of the text.")
  private boolean json;

  VerifyCommand(AuditEnvironment surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ReportModel story = options.audit(surroundings);
    if (json) {
      surroundings.print(JsonReport.of(story));
    } else {
      new TextReport(story, surroundings.out()).print();
    }
    return AuditExitCode.of(story.report().verdict());
  }
}
