package org.softpause.auditor.report;

import org.softpause.auditor.audit.AuditFinding;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.auditor.history.CeilingInterval;
import org.softpause.auditor.history.CeilingTimeline;
import org.softpause.auditor.history.MandateChange;
import org.softpause.auditor.history.RegistryHistory;
import org.softpause.auditor.words.DecisionWords;
import org.softpause.auditor.words.HumanFormat;
import org.softpause.protocol.decision.CommitteeKey;

/** Writes the audit as one self-contained HTML page without scripts or external resources. */
public final class HtmlReport {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy"
       content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width">
      <title>Softpause: audit of a registry</title>
      <style>
      body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
      table{border-collapse:collapse;width:100%;font-size:.85rem}
      th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #ddd}
      code,.hash{font-family:ui-monospace,monospace;font-size:.8em;overflow-wrap:anywhere}
      .hash{color:#555}
      .verdict{padding:1rem;border-left:.5rem solid #888;background:#f4f4f4;font-weight:600}
      .verified{border-color:#1b7f3b}.disagreement{border-color:#b3261e}
      svg{width:100%;height:auto}svg text{font-size:13px;fill:#333}
      .area{fill:#cfe0f3}.line{fill:none;stroke:#1f5fa8;stroke-width:1.5}.axis{stroke:#999}
      </style></head><body>
      """;

  private final ReportModel model;
  private final HtmlBuilder page = new HtmlBuilder();

  public HtmlReport(ReportModel model) {
    this.model = model;
  }

  /** Returns the whole page. */
  public String page() {
    page.raw(HEAD).element("h1", "Audit of a Softpause registry");
    page.element("p class=\"verdict " + model.report().verdict().slug() + "\"", model.sentence());
    page.raw("<p>Registry ").element("code", model.report().registry().registry().toString());
    page.text(" on chain " + model.report().registry().chainId() + ".").raw("</p>");
    findings();
    model.history().ifPresent(this::history);
    return page.raw("</body></html>\n").toString();
  }

  private void findings() {
    if (model.report().findings().isEmpty()) {
      return;
    }
    page.element("h2", "Found").raw("<table>");
    row("th", "source", "rule", "what");
    for (AuditFinding finding : model.report().findings()) {
      row("td", finding.source(), finding.rule(), finding.detail());
    }
    page.raw("</table>");
  }

  private void history(RegistryHistory history) {
    timeline(history.timeline());
    page.element("h2", "Decisions").raw("<table>");
    row("th", "no.", "when (UTC)", "mandate", "what", "where", "until (UTC)", "block");
    model.entries().forEach(this::entry);
    page.raw("</table>").element("p", ReportModel.ON_BLOCKS);
    page.element("h2", "Who held power").raw("<table>");
    row("th", "when (UTC)", "mandate", "what changed");
    history.mandateChanges().forEach(this::mandateChange);
    page.raw("</table>");
  }

  private void timeline(CeilingTimeline timeline) {
    page.element("h2", "Ceilings");
    if (timeline.lanes().isEmpty()) {
      page.element("p", "Nobody was ever slowed down.");
      return;
    }
    page.element(
        "p",
        "The lowest ceiling that a large cluster may have had, as a share of its registered"
            + " capacity. If two ceilings apply, the lower one counts. Each site starts at its own"
            + " moment within the stagger.");
    new TimelineSvg(timeline, model.words()).into(page);
    page.raw("<table>");
    row("th", "classes", "regions", "from (UTC)", "to (UTC)", "ceiling");
    timeline.lanes().forEach(this::lane);
    page.raw("</table>");
  }

  private void lane(CeilingTimeline.Lane lane) {
    for (CeilingInterval interval : lane.curve().intervals()) {
      row(
          "td",
          DecisionWords.classes(lane.classes()),
          model.words().regions(lane),
          HumanFormat.utc(interval.from()),
          HumanFormat.utc(interval.to()),
          HumanFormat.percent(interval.bps()));
    }
  }

  private void entry(AuditedEntry entry) {
    DecisionWords words = model.words();
    page.raw("<tr>").element("td", Long.toString(entry.sequence()));
    page.element("td", HumanFormat.utc(entry.anchoredAt()));
    page.element("td", entry.decision().mandate().name());
    page.raw("<td>").text(words.what(entry.decision()));
    page.raw("<br>").element("span class=\"hash\"", "decision " + entry.id());
    page.raw("<br>").element("span class=\"hash\"", "reasons " + entry.decision().reasonHash());
    page.raw("</td>").element("td", words.where(entry.decision()));
    page.element("td", words.until(entry.decision()));
    page.element("td", Long.toString(entry.place().block())).raw("</tr>\n");
  }

  private void mandateChange(MandateChange change) {
    page.raw("<tr>").element("td", HumanFormat.utc(change.at()));
    page.element("td", change.mandate().name()).raw("<td>");
    page.text(change.sequence() == 0 ? "deployment" : "decision " + change.sequence());
    change.joined().forEach(body -> body("joined: ", body));
    change.left().forEach(body -> body("left: ", body));
    change.changed().forEach(body -> body("changed: ", body));
    change.stayed().forEach(body -> body("stayed: ", body));
    page.raw("</td></tr>\n");
  }

  private void body(String how, CommitteeKey body) {
    page.raw("<br>").text(how).element("span class=\"hash\"", model.body(body));
  }

  private void row(String cell, String... cells) {
    page.raw("<tr>");
    for (String text : cells) {
      page.element(cell, text);
    }
    page.raw("</tr>\n");
  }
}
