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

/** Approves what the policy allows, with nobody looking, until the service has the approval. */
public final class UnattendedApprovalTask implements WatchTask {
  private final SignerContext signerContext;
  private final UnattendedPolicy policy;
  private final ActivityLog activityLog;
  private final Set<Bytes32> seen = new HashSet<>();

  public UnattendedApprovalTask(
      SignerContext signerContext, UnattendedPolicy policy, ActivityLog activityLog) {
    this.signerContext = signerContext;
    this.policy = policy;
    this.activityLog = activityLog;
  }

  /** What the service gets wrong is told, and does not keep the other rounds from their work. */
  @Override
  public void run() {
    attempt("decisions", this::look);
  }

  private void look() {
    DecisionWorkspace decisionWorkspace = DecisionWorkspace.open(signerContext);
    decisionWorkspace.verifiedDecisions().list(false).stream()
        .map(VerifiedDecisions.Listed::proposal)
        .filter(proposal -> !seen.contains(proposal.id()))
        .forEach(
            proposal ->
                attempt("decision " + proposal.id(), () -> consider(decisionWorkspace, proposal)));
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

  /** A ballot is stored before it is sent, so that one found here may have reached nobody. */
  private void consider(DecisionWorkspace decisionWorkspace, VerifiedProposal proposal) {
    boolean spoken = !decisionWorkspace.state().verdicts(proposal.id()).isEmpty();
    if (spoken && !isUnheard(decisionWorkspace.state(), proposal.id())) {
      seen.add(proposal.id());
      return;
    }
    allow(proposal);
    decisionWorkspace.verifiedDecisions().reasons(proposal);
    decisionWorkspace.approve(new BallotCaster.Subject(proposal.id(), proposal.decision()));
    seen.add(proposal.id());
    activityLog.done(
        "decision " + proposal.id(),
        spoken ? "approval sent again" : "approved unattended, within the policy");
  }

  /** What the policy leaves to an officer stays so, and is not looked at again. */
  private void allow(VerifiedProposal proposal) {
    try {
      policy.check(proposal.decision());
    } catch (RuleViolation forbidden) {
      seen.add(proposal.id());
      throw forbidden;
    }
  }

  /** Whether nobody has asked for a share yet of what was approved here. */
  private static boolean isUnheard(SignerState state, Bytes32 id) {
    return state.verdicts(id).stream()
        .allMatch(
            ballotRecord ->
                ballotRecord.choice() == BallotChoice.APPROVE
                    && !state.ledger().hasShare(id, ballotRecord.roster()));
  }
}
