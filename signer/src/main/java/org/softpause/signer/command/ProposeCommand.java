package org.softpause.signer.command;

import java.nio.file.Path;
import org.softpause.signer.deciding.DecisionDraft;
import org.softpause.signer.deciding.ProposalSubmission;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Option;

/** The common part of the commands that propose a decision: each makes a draft of its options. */
abstract class ProposeCommand extends Subcommand {
  @Option(names = "--reasons", required = true, description = "A Markdown file; it is published.")
  private Path reasons = Path.of("");

  abstract DecisionDraft draft();

  @Override
  final OperationReport run(SignerContext context) {
    return new ProposalSubmission(context).submit(draft(), reasons);
  }
}
