package org.softpause.signer.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ballot.BallotBox;
import org.softpause.signer.service.ServiceRefusal;
import org.softpause.signer.service.Unreachable;
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
    Rejection rejection = Rejection.of(workspace, Bytes32.parse(id));
    List<Jws> ballots = burn(workspace, rejection);
    boolean released = released(workspace, rejection);
    Optional<String> unsent = send(workspace, rejection, ballots);
    List<String> lines = new ArrayList<>(List.of("Rejected " + rejection.subject().id() + "."));
    if (released) {
      lines.add("A signature share had already left this machine; it cannot be recalled.");
    }
    unsent.ifPresent(
        why -> lines.add("It stands here, but nobody knows of it yet: " + why + ". Repeat this."));
    return new Report(
        lines,
        new ObjectWriter()
            .bytes32("id", rejection.subject().id())
            .text("choice", "reject")
            .flag("shareReleasedBefore", released)
            .flag("sent", unsent.isEmpty())
            .toJson(),
        unsent.isEmpty() ? Exit.DONE : Exit.UNREACHABLE);
  }

  private List<Jws> burn(Workspace workspace, Rejection rejection) {
    long now = workspace.clock().instant().getEpochSecond();
    return new BallotBox(workspace.store(), workspace.identity(), workspace.random())
        .reject(
            rejection.memberships(), rejection.subject(), reason, new BallotBox.Times(now, now));
  }

  /** Why a ballot could not be sent, if one could not. */
  private static Optional<String> send(
      Workspace workspace, Rejection rejection, List<Jws> ballots) {
    Optional<String> failure = Optional.empty();
    for (Jws ballot : ballots) {
      try {
        workspace
            .service()
            .post("/v1/decisions/" + rejection.subject().id() + "/ballots", "ballot", ballot);
      } catch (Unreachable | ServiceRefusal notTaken) {
        failure = Optional.ofNullable(notTaken.getMessage());
      }
    }
    return failure;
  }

  private static boolean released(Workspace workspace, Rejection rejection) {
    Ledger ledger = workspace.store().read().ledger();
    return rejection.memberships().stream()
        .anyMatch(own -> ledger.hasShare(rejection.subject().id(), own.rosterHash()));
  }
}
