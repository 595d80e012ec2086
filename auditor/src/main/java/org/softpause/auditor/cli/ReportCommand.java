package org.softpause.auditor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.softpause.auditor.report.HtmlReport;
import org.softpause.auditor.report.ReportModel;
import org.softpause.auditor.words.SanitizedText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that audits a registry and writes the results as an HTML page. */
@Command(
    name = "report",
    description = "Verifies like 'verify' and writes one self-contained page.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private final AuditEnvironment environment;

  @Mixin private final AuditOptions options = new AuditOptions();

  @Option(
      names = "--html",
      required = true,
      paramLabel = "FILE",
      description = "The page to write; an existing file is replaced.")
  private Path html = Path.of("audit.html");

  ReportCommand(AuditEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    ReportModel model = options.audit(environment);
    Files.writeString(html, new HtmlReport(model).page());
    environment.out().println(SanitizedText.line(model.sentence()));
    return AuditExitCode.of(model.report().verdict());
  }
}
