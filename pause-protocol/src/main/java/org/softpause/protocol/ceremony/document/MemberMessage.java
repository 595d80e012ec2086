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

/**
 * A ceremony document that names its sender. All are, except the plan and the roster, of which all
 * signers sign the same bytes.
 */
public sealed interface MemberMessage extends CeremonyDocument
    permits RoundOneMessage,
        RoundOneConfirmation,
        RoundTwoMessage,
        CeremonyConfirmation,
        Complaint,
        PossessionCommitment,
        PossessionShare,
        RepairRequest,
        RepairConsent,
        RepairParts,
        RepairSum,
        RepairCompletion {
  Identifier identifier();

  /** Collects entries by participant, which must ascend. */
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

  /** Writes the JSON members that all messages have. */
  static ObjectWriter write(String type, Bytes32 ceremony, Identifier identifier) {
    return new ObjectWriter()
        .text("type", type)
        .bytes32("ceremony", ceremony)
        .number("identifier", identifier.value());
  }
}
