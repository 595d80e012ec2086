package org.softpause.auditor.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.softpause.auditor.audit.AuditFinding;
import org.softpause.auditor.audit.AuditReport;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.auditor.audit.EndpointResult;
import org.softpause.auditor.history.RegistryHistory;
import org.softpause.auditor.words.DecisionWords;
import org.softpause.auditor.words.HumanFormat;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.proof.BlockRef;

/**
 * The content of a report, which the text, HTML and JSON forms share.
 *
 * @param bodies the names of committees by roster hash, as far as a deployment file gives them
 */
public record ReportModel(AuditReport report, DecisionWords words, Map<Bytes32, String> bodies) {
  /** Explains that the block numbers are not proven. */
  static final String ON_BLOCKS =
      "Content, signers and times are proven; the block numbers are reported by the node. No two"
          + " blocks have the same time, so a decision's block can be looked up elsewhere by its time.";

  /** The history of the presented log; empty if no endpoint gave a log. */
  Optional<RegistryHistory> history() {
    return report
        .presented()
        .map(
            result ->
                RegistryHistory.of(
                    result.state().orElseThrow().genesis(),
                    result.entries(),
                    result.block().map(BlockRef::timestamp).orElse(0L)));
  }

  List<AuditedEntry> entries() {
    return report.presented().map(EndpointResult::entries).orElse(List.of());
  }

  /**
   * Describes a committee, for instance {@code "International Compute Council" (civil, key 0x…,
   * roster 0x…)}.
   */
  String body(CommitteeKey body) {
    String name = bodies.get(body.roster());
    return (name == null ? "a body" : "\"" + name + "\"")
        + " ("
        + (body.civil() ? "civil, " : "")
        + "key "
        + body.x().toString().substring(0, 10)
        + "…, roster "
        + body.roster()
        + ")";
  }

  /** Returns the verdict in one sentence. */
  public String sentence() {
    return switch (report.verdict()) {
      case VERIFIED -> verified(report.presented().orElseThrow());
      case DISAGREEMENT -> disagreement(report.findings());
      case COULD_NOT_CHECK -> "COULD NOT CHECK: " + report.unchecked().getFirst();
    };
  }

  private String verified(EndpointResult result) {
    BlockRef block = result.block().orElseThrow();
    StringBuilder sentence = new StringBuilder("VERIFIED: ").append(log(entries().size()));
    sentence
        .append(", and the chain proves that there is no other, up to block ")
        .append(block.number())
        .append(" of ")
        .append(HumanFormat.utc(block.timestamp()))
        .append(" UTC");
    if (report.endpoints().size() > 1) {
      sentence.append("; ").append(report.endpoints().size()).append(" endpoints agree");
    }
    if (report.service().isPresent()) {
      sentence.append("; the service shows the same log");
    }
    return sentence.append('.').toString();
  }

  private static String log(int decisions) {
    return switch (decisions) {
      case 0 -> "no decision was ever taken";
      case 1 -> "the one decision is signed by those in power and within every bound";
      default ->
          "all " + decisions + " decisions are signed by those in power and within every bound";
    };
  }

  private static String disagreement(List<AuditFinding> findings) {
    String more = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)";
    return "DISAGREEMENT: " + findings.getFirst() + more;
  }
}
