package org.softpause.protocol.committee;

import org.softpause.frost.VerifyingShare;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/** A member of a roster, and the public side of its share of the group's key. */
public record RosterMember(Member member, VerifyingShare verifyingShare) {
  static RosterMember read(ObjectReader in) {
    return new RosterMember(
        Member.read(in), in.value("verifyingShare", FrostValues.hex(VerifyingShare::decode)));
  }

  JsonObject toJson() {
    return member.write().hex("verifyingShare", verifyingShare.encode()).toJson();
  }
}
