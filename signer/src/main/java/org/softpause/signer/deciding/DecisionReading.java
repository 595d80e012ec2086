package org.softpause.signer.deciding;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.words.SafeText;

/** Reading decisions: the list of those whose proposals are valid, and one in plain words. */
public record DecisionReading(SignerContext context) {
  /**
   * Lists the decisions that the service shows.
   *
   * @param all closed ones too
   */
  public OperationReport list(boolean all) {
    List<VerifiedDecisions.Listed> listed =
        DecisionWorkspace.open(context).verifiedDecisions().list(all);
    List<String> lines = new ArrayList<>(listed.stream().map(DecisionReading::line).toList());
    if (lines.isEmpty()) {
      lines.add("No decision is open.");
    }
    return new OperationReport(
        lines, new ObjectWriter().array("decisions", listed, DecisionReading::json).toJson());
  }

  /** Describes one decision in plain words. */
  public OperationReport show(Bytes32 id) {
    DecisionWorkspace workspace = DecisionWorkspace.open(context);
    VerifiedProposal proposal = workspace.verifiedDecisions().decision(id).proposal();
    List<String> page = workspace.page(proposal);
    return new OperationReport(
        page,
        new ObjectWriter()
            .bytes32("id", proposal.id())
            .json("decision", DecisionJson.write(proposal.decision()))
            .texts("page", page)
            .toJson());
  }

  private static String line(VerifiedDecisions.Listed listed) {
    return "%s  %-9s %s, proposed by %s"
        .formatted(
            listed.proposal().id(),
            SafeText.line(listed.state()),
            kind(listed.proposal().decision()),
            SafeText.line(listed.proposal().proposer().name()));
  }

  private static String kind(Decision decision) {
    return switch (decision) {
      case Pause pause -> (pause.drill() ? "drill" : "pause") + " slot " + pause.slot();
      case Lift lift -> "lift slot " + lift.slot();
      case Withdraw withdraw -> "withdraw slot " + withdraw.slot();
      case Renew renew -> "renew licence";
      case Rotate rotate -> "rotate " + rotate.target();
    };
  }

  private static JsonObject json(VerifiedDecisions.Listed listed) {
    return new ObjectWriter()
        .bytes32("id", listed.proposal().id())
        .text("state", listed.state())
        .text("proposer", listed.proposal().proposer().name())
        .json("decision", DecisionJson.write(listed.proposal().decision()))
        .toJson();
  }
}
