package org.softpause.signer.command;

import java.util.HashSet;
import java.util.Set;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.signer.ballot.BallotBox;
import org.softpause.signer.docket.CheckedProposal;
import org.softpause.signer.docket.Docket;
import org.softpause.signer.policy.Policy;
import org.softpause.signer.service.ServiceRefusal;
import org.softpause.signer.state.Choice;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.watch.Journal;
import org.softpause.signer.watch.Round;

/** Approves what the policy allows, with nobody looking, until the service has the approval. */
final class UnattendedRound implements Round {
  private final Workspace workspace;
  private final Policy policy;
  private final Journal journal;
  private final Set<Bytes32> seen = new HashSet<>();

  UnattendedRound(Workspace workspace, Policy policy, Journal journal) {
    this.workspace = workspace;
    this.policy = policy;
    this.journal = journal;
  }

  /** What the service gets wrong is told, and does not keep the other rounds from their work. */
  @Override
  public void run() {
    attempt("decisions", this::look);
  }

  private void look() {
    Chamber chamber = Chamber.open(workspace);
    chamber.docket().list(false).stream()
        .map(Docket.Listed::proposal)
        .filter(proposal -> !seen.contains(proposal.id()))
        .forEach(
            proposal -> attempt("decision " + proposal.id(), () -> consider(chamber, proposal)));
  }

  private void attempt(String subject, Runnable work) {
    try {
      work.run();
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.SIGNER_BEHIND) {
        throw refused;
      }
      journal.refused(subject, refused.rule().slug(), refused.detail());
    } catch (ServiceRefusal refused) {
      journal.refused(subject, refused.slug(), String.valueOf(refused.getMessage()));
    }
  }

  /** A ballot is stored before it is sent, so that one found here may have reached nobody. */
  private void consider(Chamber chamber, CheckedProposal proposal) {
    boolean spoken = !chamber.state().verdicts(proposal.id()).isEmpty();
    if (spoken && !isUnheard(chamber.state(), proposal.id())) {
      seen.add(proposal.id());
      return;
    }
    allow(proposal);
    chamber.docket().reasons(proposal);
    chamber.approve(new BallotBox.Subject(proposal.id(), proposal.decision()));
    seen.add(proposal.id());
    journal.done(
        "decision " + proposal.id(),
        spoken ? "approval sent again" : "approved unattended, within the policy");
  }

  /** What the policy leaves to an officer stays so, and is not looked at again. */
  private void allow(CheckedProposal proposal) {
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
            verdict ->
                verdict.choice() == Choice.APPROVE
                    && !state.ledger().hasShare(id, verdict.roster()));
  }
}
