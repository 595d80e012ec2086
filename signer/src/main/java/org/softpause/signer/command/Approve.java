package org.softpause.signer.command;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ballot.BallotBox;
import org.softpause.signer.docket.CheckedProposal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a decision, lets the officer confirm that it is the one meant, and approves it. */
@Command(name = "approve", description = "Read a decision in plain words and approve it.")
final class Approve extends Task {
  private static final int DIGITS = 4;

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
    requireConfirmed(workspace, proposal.id(), page);
    chamber.approve(subject);
    return new Report(
        List.of("Approved " + proposal.id() + "."),
        new ObjectWriter()
            .bytes32("id", proposal.id())
            .text("choice", "approve")
            .texts("page", page)
            .toJson());
  }

  private void requireConfirmed(Workspace workspace, Bytes32 asked, List<String> page) {
    Console console = workspace.console();
    if (confirmation == null || !workspace.json()) {
      page.forEach(console.out()::println);
      console.out().println();
    }
    String typed =
        confirmation != null
            ? confirmation
            : console.ask("Type the last 4 digits of the id to approve: ");
    String expected = asked.toString().substring(asked.toString().length() - DIGITS);
    if (typed == null || !typed.strip().toLowerCase(Locale.ROOT).equals(expected)) {
      throw new RuleViolation(
          Rule.CONFIRMATION_MISMATCH, "those are not the last 4 digits of " + asked);
    }
  }
}
