package org.softpause.signer.command;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.ballot.BallotBox;
import org.softpause.signer.docket.CheckedProposal;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Verdict;

/** What is rejected, and in which committees. */
record Rejection(BallotBox.Subject subject, List<Membership> memberships) {
  /** From the own record if anything was approved or rejected here, else from the service. */
  static Rejection of(Workspace workspace, Bytes32 id) {
    return ofOwnRecord(workspace.store().read(), id).orElseGet(() -> ofService(workspace, id));
  }

  /** To withdraw an approval takes nobody's help: the service may be away, or hide the decision. */
  private static Optional<Rejection> ofOwnRecord(SignerState state, Bytes32 id) {
    List<Verdict> verdicts = state.verdicts(id);
    List<Membership> memberships =
        state.seats().stream()
            .flatMap(seat -> Membership.holding(seat).stream())
            .filter(
                own -> verdicts.stream().anyMatch(cast -> cast.roster().equals(own.rosterHash())))
            .toList();
    return memberships.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rejection(new BallotBox.Subject(id, verdicts.getFirst().decision()), memberships));
  }

  private static Rejection ofService(Workspace workspace, Bytes32 id) {
    Chamber chamber = Chamber.open(workspace);
    CheckedProposal proposal = chamber.docket().decision(id).proposal();
    var subject = new BallotBox.Subject(proposal.id(), proposal.decision());
    return new Rejection(subject, chamber.memberships(subject));
  }
}
