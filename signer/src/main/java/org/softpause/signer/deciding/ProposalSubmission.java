package org.softpause.signer.deciding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Proposal;
import org.softpause.protocol.decision.SlotDecision;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.Membership;
import org.softpause.signer.store.UserFiles;

/** Proposes a decision to the service with its reasons, and approves it for the proposer. */
public final class ProposalSubmission {
  private static final String REASONS_TYPE = "text/markdown";
  private static final int MAX_REASONS = 128 * 1024;

  private final SignerContext context;
  private final DecisionWorkspace workspace;

  public ProposalSubmission(SignerContext context) {
    this.context = context;
    this.workspace = DecisionWorkspace.open(context);
  }

  /**
   * Proposes what a draft means and approves it. A decision that this signer could not approve is
   * not proposed either.
   *
   * @param reasonsFile a Markdown file, which is published
   */
  public OperationReport submit(DecisionDraft draft, Path reasonsFile) {
    byte[] reasons = UserFiles.read(reasonsFile, MAX_REASONS);
    return submit(draft.decision(workspace, workspace.node().now(), Sha256.hash(reasons)), reasons);
  }

  private OperationReport submit(Decision decision, byte[] reasons) {
    Bytes32 id = decision.id(workspace.registry().domain());
    BallotCaster.Subject subject = new BallotCaster.Subject(id, decision);
    workspace.requireApprovable(subject);
    Membership membership = workspace.proposing(decision);
    context.service().post("/v1/decisions", body(signed(decision, membership), reasons));
    workspace.approve(subject);
    return report(
        new VerifiedProposal(
            id, decision, membership.roster().member(membership.self()), membership.roster()));
  }

  private Jws signed(Decision decision, Membership membership) {
    Proposal proposal =
        new Proposal(
            workspace.registry().domain(), membership.rosterHash(), membership.self(), decision);
    return workspace.identity().sign(proposal.toJson());
  }

  private static JsonObject body(Jws proposal, byte[] reasons) {
    return new ObjectWriter()
        .text("proposal", proposal.compact())
        .text("reasons", Base64.getUrlEncoder().withoutPadding().encodeToString(reasons))
        .text("reasonsType", REASONS_TYPE)
        .toJson();
  }

  private OperationReport report(VerifiedProposal proposal) {
    List<String> lines = new ArrayList<>(workspace.page(proposal));
    lines.add("");
    lines.add("Proposed and approved: " + proposal.id());
    ObjectWriter json = new ObjectWriter().bytes32("id", proposal.id());
    if (proposal.decision() instanceof SlotDecision forSlot) {
      json.number("slot", forSlot.slot().value());
    }
    return new OperationReport(lines, json.toJson());
  }
}
