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
import org.softpause.signer.watch.Journal;
import org.softpause.signer.watch.Round;

/** Approves what the policy allows, with nobody looking; each decision is looked at once. */
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

  @Override
  public void run() {
    Chamber chamber = Chamber.open(workspace);
    chamber.docket().list(false).stream()
        .map(Docket.Listed::proposal)
        .filter(proposal -> !seen.contains(proposal.id()))
        .forEach(proposal -> consider(chamber, proposal));
  }

  private void consider(Chamber chamber, CheckedProposal proposal) {
    String subject = "decision " + proposal.id();
    BallotBox.Subject decision = new BallotBox.Subject(proposal.id(), proposal.decision());
    boolean spoken =
        chamber.state().verdicts().stream().anyMatch(v -> v.id().equals(proposal.id()));
    try {
      if (!spoken) {
        policy.check(proposal.decision());
        chamber.docket().reasons(proposal);
        chamber.approve(decision);
        journal.done(subject, "approved unattended, within the policy");
      }
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.SIGNER_BEHIND) {
        throw refused;
      }
      journal.refused(subject, refused.rule().slug(), refused.detail());
    } catch (ServiceRefusal refused) {
      journal.refused(subject, refused.slug(), String.valueOf(refused.getMessage()));
    }
    seen.add(proposal.id());
  }
}
