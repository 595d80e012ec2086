package org.softpause.protocol.ceremony.document;

import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;

/**
 * The first document on the board of a ceremony: it says who takes part and in what. Its hash is
 * the ceremony's id.
 */
public sealed interface CeremonyOpening extends CeremonyDocument
    permits CeremonyPlan, RepairRequest {
  /** The ceremony's id: the hash of this document. */
  default Bytes32 id() {
    return hash();
  }

  /** The committee's name for people. */
  String body();

  /** The participant whose key has this {@code kid}. */
  Optional<Member> participantWithKey(String kid);

  /**
   * The participant with this number.
   *
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER}
   */
  Member participant(Identifier identifier);

  /**
   * The digits that people compare outside the service: all 256 bits of the id in groups of four.
   * The proposer chooses everything that is hashed, so fewer digits could be made to agree for two
   * documents.
   */
  default String fingerprint() {
    String digits = id().toString().substring(2);
    StringBuilder groups = new StringBuilder(digits.substring(0, 4));
    for (int at = 4; at < digits.length(); at += 4) {
      groups.append(' ').append(digits, at, at + 4);
    }
    return groups.toString();
  }
}
