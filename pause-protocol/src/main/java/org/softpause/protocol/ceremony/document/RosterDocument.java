package org.softpause.protocol.ceremony.document;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.json.JsonObject;

/** The document with which the members of a ceremony sign its roster. All sign the same bytes. */
public record RosterDocument(Roster roster) implements CeremonyDocument {
  @Override
  public Bytes32 ceremony() {
    return roster.ceremony();
  }

  @Override
  public JsonObject toJson() {
    return roster.toJson();
  }
}
