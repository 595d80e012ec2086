package org.softpause.agent.report;

import java.util.stream.Collectors;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.verify.VerdictNote;
import org.softpause.protocol.token.Assurance;

/** Describes a verdict to people and monitors. */
public final class VerdictDescription {
  private VerdictDescription() {}

  /** "accepted", "refused" or "absent". */
  public static String name(EvidenceVerdict verdict) {
    return switch (verdict) {
      case EvidenceVerdict.Accepted accepted -> "accepted";
      case EvidenceVerdict.Refused refused -> "refused";
      case EvidenceVerdict.Absent absent -> "absent";
    };
  }

  /** The slug of the rule that refuses or limits the evidence; empty if there is none. */
  public static String rule(EvidenceVerdict verdict) {
    return switch (verdict) {
      case EvidenceVerdict.Accepted accepted ->
          accepted.notes().stream().findFirst().map(note -> note.rule().slug()).orElse("");
      case EvidenceVerdict.Refused refused -> refused.rule().slug();
      case EvidenceVerdict.Absent absent -> "";
    };
  }

  /** The assurance of the token; "NONE" if the token was not accepted. */
  public static String assurance(EvidenceVerdict verdict) {
    return verdict instanceof EvidenceVerdict.Accepted accepted
        ? accepted.assurance().name()
        : "NONE";
  }

  /** One-sentence detail. */
  public static String detail(EvidenceVerdict verdict) {
    return switch (verdict) {
      case EvidenceVerdict.Accepted accepted -> accepted(accepted);
      case EvidenceVerdict.Refused refused -> refused.detail();
      case EvidenceVerdict.Absent absent -> absent.detail();
    };
  }

  /** A key that changes only if more than times and counts have changed. */
  static String key(EvidenceVerdict verdict) {
    String sequence =
        verdict instanceof EvidenceVerdict.Accepted accepted ? " " + accepted.log().length() : "";
    return name(verdict) + assurance(verdict) + rule(verdict) + sequence;
  }

  public static String sentence(EvidenceVerdict verdict) {
    String rule = verdict instanceof EvidenceVerdict.Refused ? " " + rule(verdict) : "";
    return name(verdict) + rule + ": " + detail(verdict);
  }

  private static String accepted(EvidenceVerdict.Accepted accepted) {
    String head =
        accepted.assurance() == Assurance.PROVEN
            ? "the service's log of %d entries verifies and the site's own block sources confirm it"
            : "the service's log of %d entries verifies but is not confirmed yet, so that it may only lower";
    String notes =
        accepted.notes().stream().map(VerdictNote::toString).collect(Collectors.joining("; "));
    return head.formatted(accepted.log().length()) + (notes.isEmpty() ? "" : "; " + notes);
  }
}
