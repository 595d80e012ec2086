package org.softpause.signer.command;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.docket.CheckedProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says a decision in plain words. */
@Command(name = "show", description = "Say a decision in plain words.")
final class Show extends Task {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Override
  Report run(Workspace workspace) {
    Chamber chamber = Chamber.open(workspace);
    CheckedProposal proposal = chamber.docket().decision(Bytes32.parse(id)).proposal();
    List<String> page = chamber.page(proposal);
    return new Report(
        page,
        new ObjectWriter()
            .bytes32("id", proposal.id())
            .json("decision", DecisionJson.write(proposal.decision()))
            .texts("page", page)
            .toJson());
  }
}
