package org.softpause.auditor.report;

import java.io.PrintWriter;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.auditor.audit.EndpointResult;
import org.softpause.auditor.audit.ServiceResult;
import org.softpause.auditor.history.CeilingInterval;
import org.softpause.auditor.history.CeilingTimeline;
import org.softpause.auditor.history.MandateChange;
import org.softpause.auditor.words.DecisionWords;
import org.softpause.auditor.words.HumanFormat;
import org.softpause.auditor.words.SanitizedText;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.registry.Genesis;

/** Prints the audit as text: decisions, ceilings, committees, findings and the verdict. */
public final class TextReport {
  private final ReportModel model;
  private final PrintWriter out;

  public TextReport(ReportModel model, PrintWriter out) {
    this.model = model;
    this.out = out;
  }

  /** Prints the report; the last line is the verdict. */
  public void print() {
    model
        .history()
        .ifPresent(
            history -> {
              registry(history.genesis());
              decisions();
              timeline(history.timeline());
              heading("WHO HELD POWER (+ joined, - left, ~ changed, = stayed)");
              history.mandateChanges().forEach(this::mandateChange);
            });
    sources();
    if (!model.report().findings().isEmpty()) {
      heading("FOUND");
      model.report().findings().forEach(finding -> line("  " + finding));
    }
    heading(model.sentence());
    out.flush();
  }

  private void registry(Genesis genesis) {
    line("Registry " + genesis.domain().registry() + " on chain " + genesis.domain().chainId());
    line(
        "deployed "
            + HumanFormat.utc(genesis.deployedAt())
            + " UTC; clusters below "
            + HumanFormat.pflops(genesis.parameters().exemptBelowPflops())
            + " are beyond its reach");
  }

  private void decisions() {
    heading("DECISIONS (times in UTC)");
    line(row("no.", "when", "mandate", "until", "block", "what"));
    for (AuditedEntry entry : model.entries()) {
      DecisionWords words = model.words();
      line(
          row(
              entry.sequence(),
              HumanFormat.utc(entry.anchoredAt()),
              entry.decision().mandate(),
              words.until(entry.decision()),
              entry.place().block(),
              words.what(entry.decision()) + "; " + words.where(entry.decision())));
      line("       id " + entry.id());
      line("       reasons hash " + entry.decision().reasonHash());
    }
    line("  " + ReportModel.ON_BLOCKS);
  }

  private static String row(Object... cells) {
    return "%5s  %-19s  %-9s  %-19s  %7s  %s".formatted(cells);
  }

  private void timeline(CeilingTimeline timeline) {
    heading("CEILINGS (the lowest that a large cluster may have had; times in UTC)");
    if (timeline.lanes().isEmpty()) {
      line("  Nobody was ever slowed down.");
    }
    for (CeilingTimeline.Lane lane : timeline.lanes()) {
      line("  " + DecisionWords.classes(lane.classes()) + ": " + model.words().regions(lane));
      for (CeilingInterval interval : lane.curve().intervals()) {
        String times = HumanFormat.utc(interval.from()) + " to " + HumanFormat.utc(interval.to());
        line("    " + times + "  " + HumanFormat.percent(interval.bps()));
      }
    }
  }

  private void mandateChange(MandateChange change) {
    String occasion =
        change.sequence() == 0
            ? " at the deployment"
            : ", decision " + change.sequence() + ", epoch " + change.epoch();
    line("  " + HumanFormat.utc(change.at()) + "  " + change.mandate() + occasion);
    change.joined().forEach(body -> body("+", body));
    change.left().forEach(body -> body("-", body));
    change.changed().forEach(body -> body("~", body));
    change.stayed().forEach(body -> body("=", body));
  }

  private void body(String sign, CommitteeKey body) {
    line("    " + sign + " " + model.body(body));
  }

  private void sources() {
    heading("CHECKED");
    model.report().endpoints().forEach(result -> line("  " + result.name() + ": " + found(result)));
    model.report().service().ifPresent(this::service);
  }

  private static String found(EndpointResult result) {
    if (result.isClean()) {
      return HumanFormat.count(result.entries().size(), "decision") + ", everything holds";
    }
    return result.unchecked().map(why -> "not to the end: " + why).orElse("caught, see below");
  }

  private void service(ServiceResult service) {
    String shown = service.name() + ": shows " + HumanFormat.count(service.entries(), "decision");
    line("  " + shown + (service.findings().isEmpty() ? "" : ", caught, see below"));
    service.notes().forEach(note -> line("    note: " + note));
  }

  private void heading(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    out.println(SanitizedText.line(text));
  }
}
