package org.softpause.signer.command;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.deciding.DecisionWorkspace;
import org.softpause.signer.deciding.VerifiedDecisions;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.words.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists decisions whose proposal checks. */
@Command(name = "decisions", description = "List the open decisions.")
final class DecisionsCommand extends Subcommand {
  @Option(names = "--all", description = "Closed ones too.")
  private boolean all;

  @Override
  OperationReport run(SignerContext signerContext) {
    List<VerifiedDecisions.Listed> listed =
        DecisionWorkspace.open(signerContext).verifiedDecisions().list(all);
    List<String> lines = new ArrayList<>(listed.stream().map(DecisionsCommand::line).toList());
    if (lines.isEmpty()) {
      lines.add("No decision is open.");
    }
    return new OperationReport(
        lines, new ObjectWriter().array("decisions", listed, DecisionsCommand::json).toJson());
  }

  private static String line(VerifiedDecisions.Listed listed) {
    Decision decision = listed.proposal().decision();
    return "%s  %-9s %s, proposed by %s"
        .formatted(
            listed.proposal().id(),
            SafeText.line(listed.state()),
            kind(decision),
            SafeText.line(listed.proposal().proposer().name()));
  }

  private static String kind(Decision decision) {
    return switch (decision) {
      case Pause pause -> (pause.drill() ? "drill" : "pause") + " slot " + pause.slot();
      case Lift lift -> "lift slot " + lift.slot();
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
