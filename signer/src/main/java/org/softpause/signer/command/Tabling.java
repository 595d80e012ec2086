package org.softpause.signer.command;

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
import org.softpause.signer.ballot.BallotBox;
import org.softpause.signer.docket.CheckedProposal;
import org.softpause.signer.state.Membership;

/** Puts a decision on the table with its reasons, and approves it in the proposer's name. */
final class Tabling {
  private static final String REASONS_TYPE = "text/markdown";
  private static final int MAX_REASONS = 128 * 1024;

  private final Workspace workspace;
  private final Chamber chamber;
  private final byte[] reasons;

  Tabling(Workspace workspace, Chamber chamber, Path reasonsFile) {
    this.workspace = workspace;
    this.chamber = chamber;
    this.reasons = Documents.read(reasonsFile, MAX_REASONS);
  }

  Bytes32 reasonHash() {
    return Sha256.hash(reasons);
  }

  /** Checks first, so that nothing is tabled that this signer would not approve. */
  Report table(Decision decision) {
    Bytes32 id = decision.id(chamber.registry().domain());
    BallotBox.Subject subject = new BallotBox.Subject(id, decision);
    chamber.requireApprovable(subject);
    Membership membership = chamber.proposing(decision);
    workspace.service().post("/v1/decisions", body(signed(decision, membership)));
    chamber.approve(subject);
    CheckedProposal proposal =
        new CheckedProposal(
            id, decision, membership.roster().member(membership.self()), membership.roster());
    List<String> lines = new ArrayList<>(chamber.page(proposal));
    lines.add("");
    lines.add("Proposed and approved: " + id);
    ObjectWriter json = new ObjectWriter().bytes32("id", id);
    if (decision instanceof SlotDecision forSlot) {
      json.number("slot", forSlot.slot().value());
    }
    return new Report(lines, json.toJson());
  }

  private Jws signed(Decision decision, Membership membership) {
    Proposal proposal =
        new Proposal(
            chamber.registry().domain(), membership.rosterHash(), membership.self(), decision);
    return chamber.identity().sign(proposal.toJson());
  }

  private JsonObject body(Jws proposal) {
    return new ObjectWriter()
        .text("proposal", proposal.compact())
        .text("reasons", Base64.getUrlEncoder().withoutPadding().encodeToString(reasons))
        .text("reasonsType", REASONS_TYPE)
        .toJson();
  }
}
