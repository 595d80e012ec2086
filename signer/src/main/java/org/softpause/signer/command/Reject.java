package org.softpause.signer.command;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ballot.BallotBox;
import org.softpause.signer.docket.CheckedProposal;
import org.softpause.signer.state.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rejects a decision with a reason, which stands; commitments not yet used are burned. */
@Command(name = "reject", description = "Reject a decision, giving a reason.")
final class Reject extends Task {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Option(names = "--reason", required = true, description = "At most 2000 characters, public.")
  private String reason = "";

  @Override
  Report run(Workspace workspace) {
    Chamber chamber = Chamber.open(workspace);
    CheckedProposal proposal = chamber.docket().decision(Bytes32.parse(id)).proposal();
    BallotBox.Subject subject = new BallotBox.Subject(proposal.id(), proposal.decision());
    chamber.reject(subject, reason);
    boolean released = released(workspace, chamber, subject);
    List<String> lines = new ArrayList<>(List.of("Rejected " + proposal.id() + "."));
    if (released) {
      lines.add("A signature share had already left this machine; it cannot be recalled.");
    }
    return new Report(
        lines,
        new ObjectWriter()
            .bytes32("id", proposal.id())
            .text("choice", "reject")
            .flag("shareReleasedBefore", released)
            .toJson());
  }

  private static boolean released(Workspace workspace, Chamber chamber, BallotBox.Subject subject) {
    Ledger ledger = workspace.store().read().ledger();
    return chamber.memberships(subject).stream()
        .anyMatch(membership -> ledger.hasShare(subject.id(), membership.rosterHash()));
  }
}
