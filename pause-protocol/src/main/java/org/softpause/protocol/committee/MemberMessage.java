package org.softpause.protocol.committee;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/** A document that names its sender: every one but plan and roster, which all sign alike. */
public sealed interface MemberMessage extends CeremonyDocument
    permits RoundOne,
        RoundOneConfirmation,
        RoundTwo,
        CeremonyConfirmation,
        Complaint,
        PossessionCommitment,
        PossessionShare {
  Identifier identifier();

  static Identifier readIdentifier(ObjectReader in, String name) {
    return new Identifier(in.small(name, 1, Identifier.MAX_VALUE));
  }

  /** The members that all messages begin with. */
  static ObjectWriter write(String type, Bytes32 ceremony, Identifier identifier) {
    return new ObjectWriter()
        .text("type", type)
        .bytes32("ceremony", ceremony)
        .number("identifier", identifier.value());
  }
}
