package org.softpause.agent.verify;

import java.util.List;
import java.util.Optional;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Rule;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.token.Assurance;

/** The verdict of the verification on one piece of evidence. */
public sealed interface EvidenceVerdict {

  /**
   * The token is accepted.
   *
   * @param assurance the assurance of the token's head
   * @param log the agent's log with what the token adds to it
   * @param provenAt the proven time; it is meaningful only with {@link Assurance#PROVEN}
   * @param unproven the entries that may only lower
   * @param announced the certificates that wait to be anchored; they warn and move no capacity
   * @param notes the rules that limit the token, the weightiest first
   */
  record Accepted(
      Assurance assurance,
      VerifiedLog log,
      long provenAt,
      List<UnprovenEntry> unproven,
      List<Certificate> announced,
      List<VerdictNote> notes)
      implements EvidenceVerdict {
    public Accepted {
      unproven = List.copyOf(unproven);
      announced = List.copyOf(announced);
      notes = List.copyOf(notes);
    }
  }

  /**
   * The token is refused under the first rule that it breaks.
   *
   * @param unproven the entries that verify and may lower although the sources contradict the head
   * @param proof what the agent's own block sources prove without the service
   */
  record Refused(Rule rule, String detail, List<UnprovenEntry> unproven, Optional<OwnProof> proof)
      implements EvidenceVerdict {
    public Refused {
      unproven = List.copyOf(unproven);
    }

    public Refused(Rule rule, String detail) {
      this(rule, detail, List.of(), Optional.empty());
    }

    Refused with(Optional<OwnProof> own) {
      return new Refused(rule, detail, unproven, own);
    }
  }

  /**
   * There was no token to judge.
   *
   * @param proof what the agent's own block sources prove without the service
   */
  record Absent(String detail, Optional<OwnProof> proof) implements EvidenceVerdict {
    public Absent(String detail) {
      this(detail, Optional.empty());
    }
  }

  /** Whether this verdict permits a rise, which only a proof does. */
  default boolean mayRaise() {
    return this instanceof Accepted accepted && accepted.assurance() == Assurance.PROVEN;
  }
}
