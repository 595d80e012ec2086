package org.softpause.signer.deciding;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;

/** What is rejected, and in which committees. */
public record RejectionTarget(BallotCaster.Subject subject, List<Membership> memberships) {
  /** From the own record if anything was approved or rejected here, else from the service. */
  public static RejectionTarget of(SignerContext signerContext, Bytes32 id) {
    return ofOwnRecord(signerContext.store().read(), id)
        .orElseGet(() -> ofService(signerContext, id));
  }

  /** To withdraw an approval takes nobody's help: the service may be away, or hide the decision. */
  private static Optional<RejectionTarget> ofOwnRecord(SignerState state, Bytes32 id) {
    List<BallotRecord> verdicts = state.verdicts(id);
    List<Membership> memberships =
        state.seats().stream()
            .flatMap(seat -> Membership.holding(seat).stream())
            .filter(
                own -> verdicts.stream().anyMatch(cast -> cast.roster().equals(own.rosterHash())))
            .toList();
    return memberships.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RejectionTarget(
                new BallotCaster.Subject(id, verdicts.getFirst().decision()), memberships));
  }

  private static RejectionTarget ofService(SignerContext signerContext, Bytes32 id) {
    DecisionWorkspace decisionWorkspace = DecisionWorkspace.open(signerContext);
    VerifiedProposal proposal = decisionWorkspace.verifiedDecisions().decision(id).proposal();
    var subject = new BallotCaster.Subject(proposal.id(), proposal.decision());
    return new RejectionTarget(subject, decisionWorkspace.memberships(subject));
  }
}
