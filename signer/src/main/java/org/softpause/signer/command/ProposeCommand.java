package org.softpause.signer.command;

import java.nio.file.Path;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.signer.deciding.DecisionWorkspace;
import org.softpause.signer.deciding.ProposalSubmission;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Option;

/** Puts a decision on the table, with its reasons, and approves it. */
abstract class ProposeCommand extends Subcommand {
  @Option(names = "--reasons", required = true, description = "A Markdown file, published.")
  private Path reasons = Path.of("");

  /**
   * The decision that the options mean.
   *
   * @param now the chain's latest block, Unix seconds
   */
  abstract Decision decision(DecisionWorkspace decisionWorkspace, long now, Bytes32 reasonHash);

  @Override
  final OperationReport run(SignerContext signerContext) {
    DecisionWorkspace decisionWorkspace = DecisionWorkspace.open(signerContext);
    ProposalSubmission proposalSubmission =
        new ProposalSubmission(signerContext, decisionWorkspace, reasons);
    return proposalSubmission.table(
        decision(
            decisionWorkspace, decisionWorkspace.chain().now(), proposalSubmission.reasonHash()));
  }
}
