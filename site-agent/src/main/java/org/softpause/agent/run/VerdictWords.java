package org.softpause.agent.run;

import java.util.stream.Collectors;
import org.softpause.agent.verify.Note;
import org.softpause.agent.verify.Verdict;
import org.softpause.protocol.token.Assurance;

/** A verdict for people and for monitors. */
public final class VerdictWords {
  private VerdictWords() {}

  /** "accepted", "refused" or "absent". */
  public static String name(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted -> "accepted";
      case Verdict.Refused refused -> "refused";
      case Verdict.Absent absent -> "absent";
    };
  }

  /** The slug of the rule that refused it or limits it; empty if none does. */
  public static String rule(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted ->
          accepted.notes().stream().findFirst().map(note -> note.rule().slug()).orElse("");
      case Verdict.Refused refused -> refused.rule().slug();
      case Verdict.Absent absent -> "";
    };
  }

  /** The assurance of the token; "NONE" if it is not to be believed. */
  public static String assurance(Verdict verdict) {
    return verdict instanceof Verdict.Accepted accepted ? accepted.assurance().name() : "NONE";
  }

  /** What about it, in one sentence. */
  public static String detail(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted -> accepted(accepted);
      case Verdict.Refused refused -> refused.detail();
      case Verdict.Absent absent -> absent.detail();
    };
  }

  /** Stable while only times and counts change. */
  static String key(Verdict verdict) {
    String sequence =
        verdict instanceof Verdict.Accepted accepted ? " " + accepted.log().length() : "";
    return name(verdict) + assurance(verdict) + rule(verdict) + sequence;
  }

  static String sentence(Verdict verdict) {
    String rule = verdict instanceof Verdict.Refused ? " " + rule(verdict) : "";
    return name(verdict) + rule + ": " + detail(verdict);
  }

  private static String accepted(Verdict.Accepted accepted) {
    String head =
        accepted.assurance() == Assurance.PROVEN
            ? "the service's log of %d entries verifies and our own block sources confirm it"
            : "the service's log of %d entries verifies, not confirmed yet: it may only lower";
    String notes = accepted.notes().stream().map(Note::toString).collect(Collectors.joining("; "));
    return head.formatted(accepted.log().length()) + (notes.isEmpty() ? "" : "; " + notes);
  }
}
