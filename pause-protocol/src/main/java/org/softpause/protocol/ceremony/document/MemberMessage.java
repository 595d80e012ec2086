package org.softpause.protocol.ceremony.document;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectWriter;

/** A document that names its sender: every one but plan and roster, which all sign alike. */
public sealed interface MemberMessage extends CeremonyDocument
    permits RoundOneMessage,
        RoundOneConfirmation,
        RoundTwoMessage,
        CeremonyConfirmation,
        Complaint,
        PossessionCommitment,
        PossessionShare {
  Identifier identifier();

  /** Entries by participant, which have to ascend. */
  static <T> SortedMap<Identifier, T> ascending(
      String name, List<Map.Entry<Identifier, T>> entries) {
    SortedMap<Identifier, T> map = new TreeMap<>();
    for (Map.Entry<Identifier, T> entry : entries) {
      if (!map.isEmpty() && map.lastKey().compareTo(entry.getKey()) >= 0) {
        throw new RuleViolation(Rule.WRONG_RECEIVERS, name + " must ascend by participant");
      }
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  /** The members that all messages begin with. */
  static ObjectWriter write(String type, Bytes32 ceremony, Identifier identifier) {
    return new ObjectWriter()
        .text("type", type)
        .bytes32("ceremony", ceremony)
        .number("identifier", identifier.value());
  }
}
