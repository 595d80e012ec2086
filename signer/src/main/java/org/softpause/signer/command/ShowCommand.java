package org.softpause.signer.command;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.deciding.DecisionWorkspace;
import org.softpause.signer.deciding.VerifiedProposal;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says a decision in plain words. */
@Command(name = "show", description = "Say a decision in plain words.")
final class ShowCommand extends Subcommand {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Override
  OperationReport run(SignerContext signerContext) {
    DecisionWorkspace decisionWorkspace = DecisionWorkspace.open(signerContext);
    VerifiedProposal proposal =
        decisionWorkspace.verifiedDecisions().decision(Bytes32.parse(id)).proposal();
    List<String> page = decisionWorkspace.page(proposal);
    return new OperationReport(
        page,
        new ObjectWriter()
            .bytes32("id", proposal.id())
            .json("decision", DecisionJson.write(proposal.decision()))
            .texts("page", page)
            .toJson());
  }
}
