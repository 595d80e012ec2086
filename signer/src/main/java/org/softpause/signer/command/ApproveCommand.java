package org.softpause.signer.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.command.console.TypedConfirmation;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.deciding.DecisionWorkspace;
import org.softpause.signer.deciding.VerifiedProposal;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a decision, lets the officer confirm that it is the one meant, and approves it. */
@Command(name = "approve", description = "Read a decision in plain words and approve it.")
final class ApproveCommand extends Subcommand {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Option(
      names = "--confirm",
      paramLabel = "LAST4HEX",
      description = "The last four digits of the id, instead of being asked for them.")
  private @Nullable String confirmation;

  @Override
  OperationReport run(SignerContext signerContext) {
    DecisionWorkspace decisionWorkspace = DecisionWorkspace.open(signerContext);
    VerifiedProposal proposal =
        decisionWorkspace.verifiedDecisions().decision(Bytes32.parse(id)).proposal();
    BallotCaster.Subject subject = new BallotCaster.Subject(proposal.id(), proposal.decision());
    decisionWorkspace.memberships(subject);
    List<String> page = decisionWorkspace.page(proposal);
    new TypedConfirmation("approve", proposal.id(), page).require(signerContext, confirmation);
    decisionWorkspace.approve(subject);
    return new OperationReport(
        List.of("Approved " + proposal.id() + "."),
        new ObjectWriter()
            .bytes32("id", proposal.id())
            .text("choice", "approve")
            .texts("page", page)
            .toJson());
  }
}
