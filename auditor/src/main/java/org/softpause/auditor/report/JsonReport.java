package org.softpause.auditor.report;

import java.util.List;
import org.softpause.auditor.audit.AuditFinding;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.auditor.audit.EndpointResult;
import org.softpause.auditor.audit.ServiceResult;
import org.softpause.auditor.history.CeilingInterval;
import org.softpause.auditor.history.CeilingTimeline;
import org.softpause.auditor.history.MandateChange;
import org.softpause.auditor.history.RegistryHistory;
import org.softpause.auditor.words.SanitizedText;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectWriter;

/** Writes the audit as one JSON object, whose members the module's README documents. */
public final class JsonReport {
  private JsonReport() {}

  public static JsonObject of(ReportModel model) {
    ObjectWriter out =
        new ObjectWriter()
            .text("type", "softpause-audit-v1")
            .text("verdict", model.report().verdict().slug())
            .text("sentence", SanitizedText.line(model.sentence()))
            .number("chainId", model.report().registry().chainId())
            .address("registry", model.report().registry().registry())
            .array("findings", model.report().findings(), JsonReport::finding)
            .array("unchecked", model.report().unchecked(), JsonReport::text)
            .array("endpoints", model.report().endpoints(), JsonReport::endpoint)
            .array("entries", model.entries(), JsonReport::entry);
    model.report().service().ifPresent(service -> out.json("service", service(service)));
    model.history().ifPresent(history -> add(out, history));
    return out.toJson();
  }

  private static void add(ObjectWriter out, RegistryHistory history) {
    out.bytes32("head0", history.genesis().head0())
        .number("deployedAt", history.genesis().deployedAt())
        .json("parameters", history.genesis().parameters().toJson())
        .array("timeline", history.timeline().lanes(), JsonReport::lane)
        .array("rosters", history.mandateChanges(), JsonReport::mandateChange);
  }

  private static JsonString text(String text) {
    return new JsonString(SanitizedText.line(text));
  }

  private static JsonObject finding(AuditFinding finding) {
    return new ObjectWriter()
        .json("source", text(finding.source()))
        .text("rule", finding.rule())
        .json("detail", text(finding.detail()))
        .toJson();
  }

  private static JsonObject endpoint(EndpointResult result) {
    ObjectWriter out =
        new ObjectWriter()
            .json("name", text(result.name()))
            .flag("holds", result.isClean())
            .number("entries", result.entries().size());
    result.block().ifPresent(block -> out.json("block", block.toJson()));
    result.state().ifPresent(state -> out.bytes32("head", state.head()));
    return out.toJson();
  }

  private static JsonObject service(ServiceResult service) {
    return new ObjectWriter()
        .json("name", text(service.name()))
        .number("entries", service.entries())
        .array("notes", service.notes(), JsonReport::text)
        .toJson();
  }

  private static JsonObject entry(AuditedEntry entry) {
    return new ObjectWriter()
        .json("entry", entry.entry().toJson())
        .bytes32("head", entry.head())
        .number("block", entry.place().block())
        .bytes32("transaction", entry.place().transaction())
        .toJson();
  }

  private static JsonObject lane(CeilingTimeline.Lane lane) {
    return new ObjectWriter()
        .numbers(
            "regions",
            lane.regions().stream().filter(region -> region <= Scope.MAX_REGION).toList())
        .flag("everywhere", lane.regions().contains(CeilingTimeline.EVERYWHERE))
        .array(
            "hardwareClasses",
            List.copyOf(lane.classes()),
            hardwareClass -> new JsonInteger(hardwareClass.bit()))
        .array("stretches", lane.curve().intervals(), JsonReport::ceilingInterval)
        .toJson();
  }

  private static JsonObject ceilingInterval(CeilingInterval ceilingInterval) {
    return new ObjectWriter()
        .number("from", ceilingInterval.from())
        .number("to", ceilingInterval.to())
        .number("ceilingBps", ceilingInterval.bps())
        .toJson();
  }

  private static JsonObject mandateChange(MandateChange change) {
    return new ObjectWriter()
        .number("at", change.at())
        .number("sequence", change.sequence())
        .text("mandate", change.mandate().name())
        .number("epoch", change.epoch())
        .array("joined", change.joined(), CommitteeKey::toJson)
        .array("left", change.left(), CommitteeKey::toJson)
        .array("changed", change.changed(), CommitteeKey::toJson)
        .array("stayed", change.stayed(), CommitteeKey::toJson)
        .toJson();
  }
}
