package org.softpause.signer.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.OfficerConfirmation;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.report.OperationReport.Outcome;
import org.softpause.signer.state.NonceLedger;

/** An officer's vote on a decision: an approval after reading its page, or a rejection. */
public record DecisionVoting(SignerContext context) {
  /** Shows a decision, has the officer confirm it, and approves it. */
  public OperationReport approve(Bytes32 id, OfficerConfirmation confirmation) {
    DecisionWorkspace workspace = DecisionWorkspace.open(context);
    VerifiedProposal proposal = workspace.verifiedDecisions().decision(id).proposal();
    var subject = new BallotCaster.Subject(proposal.id(), proposal.decision());
    workspace.memberships(subject);
    List<String> page = workspace.page(proposal);
    confirmation.require("approve", proposal.id(), page);
    workspace.approve(subject);
    return new OperationReport(
        List.of("Approved " + proposal.id() + "."),
        new ObjectWriter()
            .bytes32("id", proposal.id())
            .text("choice", "approve")
            .texts("page", page)
            .toJson());
  }

  /**
   * Rejects a decision and burns the commitments that an approval left unused. The rejection holds
   * on this machine even if the service cannot be told.
   *
   * @param reason public, at most 2000 characters
   */
  public OperationReport reject(Bytes32 id, String reason) {
    RejectionTarget target = RejectionTarget.of(context, id);
    List<Jws> ballots = burn(target, reason);
    boolean released = released(target);
    Optional<String> unsent = send(target, ballots);
    List<String> lines = new ArrayList<>(List.of("Rejected " + target.subject().id() + "."));
    if (released) {
      lines.add("A signature share had already left this machine; it cannot be recalled.");
    }
    unsent.ifPresent(
        why ->
            lines.add(
                "The rejection holds here, but the service does not know of it yet: "
                    + why
                    + ". Repeat this command."));
    return new OperationReport(
        lines,
        new ObjectWriter()
            .bytes32("id", target.subject().id())
            .text("choice", "reject")
            .flag("shareReleasedBefore", released)
            .flag("sent", unsent.isEmpty())
            .toJson(),
        unsent.isEmpty() ? Outcome.DONE : Outcome.UNREACHABLE);
  }

  private List<Jws> burn(RejectionTarget target, String reason) {
    long now = context.now();
    return new BallotCaster(context.store(), context.identity(), context.random())
        .reject(target.memberships(), target.subject(), reason, new BallotCaster.Times(now, now));
  }

  /** Why a ballot could not be sent, if one could not. */
  private Optional<String> send(RejectionTarget target, List<Jws> ballots) {
    String path = "/v1/decisions/" + target.subject().id() + "/ballots";
    Optional<String> failure = Optional.empty();
    for (Jws ballot : ballots) {
      try {
        context.service().post(path, "ballot", ballot);
      } catch (UnreachableException | ServiceRefusal notTaken) {
        failure = Optional.ofNullable(notTaken.getMessage());
      }
    }
    return failure;
  }

  private boolean released(RejectionTarget target) {
    NonceLedger ledger = context.store().read().ledger();
    return target.memberships().stream()
        .anyMatch(own -> ledger.hasShare(target.subject().id(), own.rosterHash()));
  }
}
