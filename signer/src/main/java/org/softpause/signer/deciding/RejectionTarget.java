package org.softpause.signer.deciding;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;

/** The decision that a rejection is about, and the committees in whose name it is rejected. */
record RejectionTarget(BallotCaster.Subject subject, List<Membership> memberships) {
  /** From this signer's own record if it has voted before, else from the service. */
  static RejectionTarget of(SignerContext context, Bytes32 id) {
    return ofOwnRecord(context.store().read(), id).orElseGet(() -> ofService(context, id));
  }

  /** An approval can be withdrawn even if the service is away or hides the decision. */
  private static Optional<RejectionTarget> ofOwnRecord(SignerState state, Bytes32 id) {
    List<BallotRecord> ballots = state.ballots(id);
    List<Membership> memberships =
        state.seats().stream()
            .flatMap(seat -> Membership.holding(seat).stream())
            .filter(
                own -> ballots.stream().anyMatch(cast -> cast.roster().equals(own.rosterHash())))
            .toList();
    return memberships.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RejectionTarget(
                new BallotCaster.Subject(id, ballots.getFirst().decision()), memberships));
  }

  private static RejectionTarget ofService(SignerContext context, Bytes32 id) {
    DecisionWorkspace workspace = DecisionWorkspace.open(context);
    VerifiedProposal proposal = workspace.verifiedDecisions().decision(id).proposal();
    var subject = new BallotCaster.Subject(proposal.id(), proposal.decision());
    return new RejectionTarget(subject, workspace.memberships(subject));
  }
}
