package org.softpause.signer.watch;

import java.util.HashSet;
import java.util.Set;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.deciding.DecisionWorkspace;
import org.softpause.signer.deciding.VerifiedDecisions;
import org.softpause.signer.deciding.VerifiedProposal;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.policy.UnattendedPolicy;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.SignerState;

/**
 * Approves decisions that the policy allows, without an officer, until the service has the ballot.
 */
final class UnattendedApprovalTask implements WatchTask {
  private final SignerContext context;
  private final UnattendedPolicy policy;
  private final ActivityLog activityLog;
  private final Set<Bytes32> seen = new HashSet<>();

  UnattendedApprovalTask(SignerContext context, UnattendedPolicy policy, ActivityLog activityLog) {
    this.context = context;
    this.policy = policy;
    this.activityLog = activityLog;
  }

  /** A mistake of the service is logged and does not keep the other tasks from their work. */
  @Override
  public void run() {
    attempt("decisions", this::look);
  }

  private void look() {
    DecisionWorkspace workspace = DecisionWorkspace.open(context);
    workspace.verifiedDecisions().list(false).stream()
        .map(VerifiedDecisions.Listed::proposal)
        .filter(proposal -> !seen.contains(proposal.id()))
        .forEach(
            proposal -> attempt("decision " + proposal.id(), () -> consider(workspace, proposal)));
  }

  private void attempt(String subject, Runnable work) {
    try {
      work.run();
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.SIGNER_BEHIND) {
        throw refused;
      }
      activityLog.refused(subject, refused.rule().slug(), refused.detail());
    } catch (ServiceRefusal refused) {
      activityLog.refused(subject, refused.slug(), String.valueOf(refused.getMessage()));
    }
  }

  /**
   * A ballot is stored before it is sent, so a ballot found here may not have reached the service.
   */
  private void consider(DecisionWorkspace workspace, VerifiedProposal proposal) {
    boolean voted = !workspace.state().ballots(proposal.id()).isEmpty();
    if (voted && !isUnheard(workspace.state(), proposal.id())) {
      seen.add(proposal.id());
      return;
    }
    allow(proposal);
    workspace.verifiedDecisions().reasons(proposal);
    workspace.approve(new BallotCaster.Subject(proposal.id(), proposal.decision()));
    seen.add(proposal.id());
    activityLog.done(
        "decision " + proposal.id(),
        voted ? "approval sent again" : "approved unattended, within the policy");
  }

  /** A decision that the policy leaves to an officer is not considered again. */
  private void allow(VerifiedProposal proposal) {
    try {
      policy.check(proposal.decision());
    } catch (RuleViolation forbidden) {
      seen.add(proposal.id());
      throw forbidden;
    }
  }

  /** Whether a decision was approved here and no share of it was asked for yet. */
  private static boolean isUnheard(SignerState state, Bytes32 id) {
    return state.ballots(id).stream()
        .allMatch(
            ballotRecord ->
                ballotRecord.choice() == BallotChoice.APPROVE
                    && !state.ledger().hasShare(id, ballotRecord.roster()));
  }
}
