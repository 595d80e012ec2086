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

/** Puts a decision on the table with its reasons, and approves it in the proposer's name. */
public final class ProposalSubmission {
  private static final String REASONS_TYPE = "text/markdown";
  private static final int MAX_REASONS = 128 * 1024;

  private final SignerContext signerContext;
  private final DecisionWorkspace decisionWorkspace;
  private final byte[] reasons;

  public ProposalSubmission(
      SignerContext signerContext, DecisionWorkspace decisionWorkspace, Path reasonsFile) {
    this.signerContext = signerContext;
    this.decisionWorkspace = decisionWorkspace;
    this.reasons = UserFiles.read(reasonsFile, MAX_REASONS);
  }

  public Bytes32 reasonHash() {
    return Sha256.hash(reasons);
  }

  /** Checks first, so that nothing is tabled that this signer would not approve. */
  public OperationReport table(Decision decision) {
    Bytes32 id = decision.id(decisionWorkspace.registry().domain());
    BallotCaster.Subject subject = new BallotCaster.Subject(id, decision);
    decisionWorkspace.requireApprovable(subject);
    Membership membership = decisionWorkspace.proposing(decision);
    signerContext.service().post("/v1/decisions", body(signed(decision, membership)));
    decisionWorkspace.approve(subject);
    VerifiedProposal proposal =
        new VerifiedProposal(
            id, decision, membership.roster().member(membership.self()), membership.roster());
    List<String> lines = new ArrayList<>(decisionWorkspace.page(proposal));
    lines.add("");
    lines.add("Proposed and approved: " + id);
    ObjectWriter json = new ObjectWriter().bytes32("id", id);
    if (decision instanceof SlotDecision forSlot) {
      json.number("slot", forSlot.slot().value());
    }
    return new OperationReport(lines, json.toJson());
  }

  private Jws signed(Decision decision, Membership membership) {
    Proposal proposal =
        new Proposal(
            decisionWorkspace.registry().domain(),
            membership.rosterHash(),
            membership.self(),
            decision);
    return decisionWorkspace.identity().sign(proposal.toJson());
  }

  private JsonObject body(Jws proposal) {
    return new ObjectWriter()
        .text("proposal", proposal.compact())
        .text("reasons", Base64.getUrlEncoder().withoutPadding().encodeToString(reasons))
        .text("reasonsType", REASONS_TYPE)
        .toJson();
  }
}
