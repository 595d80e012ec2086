package org.softpause.signer.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ballot.BallotBox;
import org.softpause.signer.docket.CheckedProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a decision, lets the officer confirm that it is the one meant, and approves it. */
@Command(name = "approve", description = "Read a decision in plain words and approve it.")
final class Approve extends Task {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Option(
      names = "--confirm",
      paramLabel = "LAST4HEX",
      description = "The last four digits of the id, instead of being asked for them.")
  private @Nullable String confirmation;

  @Override
  Report run(Workspace workspace) {
    Chamber chamber = Chamber.open(workspace);
    CheckedProposal proposal = chamber.docket().decision(Bytes32.parse(id)).proposal();
    BallotBox.Subject subject = new BallotBox.Subject(proposal.id(), proposal.decision());
    chamber.memberships(subject);
    List<String> page = chamber.page(proposal);
    new Confirmation("approve", proposal.id(), page).require(workspace, confirmation);
    chamber.approve(subject);
    return new Report(
        List.of("Approved " + proposal.id() + "."),
        new ObjectWriter()
            .bytes32("id", proposal.id())
            .text("choice", "approve")
            .texts("page", page)
            .toJson());
  }
}
