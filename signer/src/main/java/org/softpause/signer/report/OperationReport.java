package org.softpause.signer.report;

import java.util.List;
import org.softpause.protocol.json.JsonObject;

/**
 * The result of an operation: lines for people, the same as one object for machines, and whether
 * everything was done that was asked for.
 */
public record OperationReport(List<String> lines, JsonObject json, Outcome outcome) {
  /** How an operation ended. */
  public enum Outcome {
    DONE,
    /** The operation found something that it was asked to refuse. */
    REFUSED,
    /** The operation holds here, and a peer that must learn of it could not be reached. */
    UNREACHABLE
  }

  public OperationReport {
    lines = List.copyOf(lines);
  }

  /** The report of an operation that was done. */
  public OperationReport(List<String> lines, JsonObject json) {
    this(lines, json, Outcome.DONE);
  }

  /** The same report with another outcome. */
  public OperationReport with(Outcome other) {
    return new OperationReport(lines, json, other);
  }
}
