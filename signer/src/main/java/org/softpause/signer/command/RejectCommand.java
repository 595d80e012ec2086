package org.softpause.signer.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.deciding.RejectionTarget;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.NonceLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rejects a decision with a reason, which stands; commitments not yet used are burned. */
@Command(name = "reject", description = "Reject a decision, giving a reason.")
final class RejectCommand extends Subcommand {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Option(names = "--reason", required = true, description = "At most 2000 characters, public.")
  private String reason = "";

  @Override
  OperationReport run(SignerContext signerContext) {
    RejectionTarget rejection = RejectionTarget.of(signerContext, Bytes32.parse(id));
    List<Jws> ballots = burn(signerContext, rejection);
    boolean released = released(signerContext, rejection);
    Optional<String> unsent = send(signerContext, rejection, ballots);
    List<String> lines = new ArrayList<>(List.of("Rejected " + rejection.subject().id() + "."));
    if (released) {
      lines.add("A signature share had already left this machine; it cannot be recalled.");
    }
    unsent.ifPresent(
        why -> lines.add("It stands here, but nobody knows of it yet: " + why + ". Repeat this."));
    return new OperationReport(
        lines,
        new ObjectWriter()
            .bytes32("id", rejection.subject().id())
            .text("choice", "reject")
            .flag("shareReleasedBefore", released)
            .flag("sent", unsent.isEmpty())
            .toJson(),
        unsent.isEmpty() ? OperationReport.Outcome.DONE : OperationReport.Outcome.UNREACHABLE);
  }

  private List<Jws> burn(SignerContext signerContext, RejectionTarget rejection) {
    long now = signerContext.clock().instant().getEpochSecond();
    return new BallotCaster(signerContext.store(), signerContext.identity(), signerContext.random())
        .reject(
            rejection.memberships(), rejection.subject(), reason, new BallotCaster.Times(now, now));
  }

  /** Why a ballot could not be sent, if one could not. */
  private static Optional<String> send(
      SignerContext signerContext, RejectionTarget rejection, List<Jws> ballots) {
    Optional<String> failure = Optional.empty();
    for (Jws ballot : ballots) {
      try {
        signerContext
            .service()
            .post("/v1/decisions/" + rejection.subject().id() + "/ballots", "ballot", ballot);
      } catch (UnreachableException | ServiceRefusal notTaken) {
        failure = Optional.ofNullable(notTaken.getMessage());
      }
    }
    return failure;
  }

  private static boolean released(SignerContext signerContext, RejectionTarget rejection) {
    NonceLedger ledger = signerContext.store().read().ledger();
    return rejection.memberships().stream()
        .anyMatch(own -> ledger.hasShare(rejection.subject().id(), own.rosterHash()));
  }
}
