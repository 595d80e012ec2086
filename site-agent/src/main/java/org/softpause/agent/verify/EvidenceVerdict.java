package org.softpause.agent.verify;

import java.util.List;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Rule;
import org.softpause.protocol.token.Assurance;

/** What the agent makes of one piece of evidence. */
public sealed interface EvidenceVerdict {

  /**
   * The token verifies.
   *
   * @param assurance of the token's head
   * @param log the agent's log and what the token adds to it
   * @param provenAt the proven time, of any use only with {@link Assurance#PROVEN}
   * @param unproven what may only lower
   * @param notes what keeps it from more, first the rule that weighs most
   */
  record Accepted(
      Assurance assurance,
      VerifiedLog log,
      long provenAt,
      List<UnprovenEntry> unproven,
      List<VerdictNote> notes)
      implements EvidenceVerdict {
    public Accepted {
      unproven = List.copyOf(unproven);
      notes = List.copyOf(notes);
    }
  }

  /** The first rule broken. Nothing of the token is used. */
  record Refused(Rule rule, String detail) implements EvidenceVerdict {}

  /** There was nothing to judge. */
  record Absent(String detail) implements EvidenceVerdict {}

  /** Only a proof ever raises. */
  default boolean mayRaise() {
    return this instanceof Accepted accepted && accepted.assurance() == Assurance.PROVEN;
  }
}
