package org.softpause.signer.state;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * One ballot of this signer: the fields that the officer read, the id made of them here, for which
 * roster and epoch, and the ballot's exact bytes.
 *
 * @param fields the decision as canonical JSON has it
 */
public record Verdict(
    Bytes32 decision, Bytes32 roster, long epoch, Choice choice, JsonObject fields, Jws ballot) {
  private static final long MAX_EPOCH = 0xffff_ffffL;

  static Verdict read(ObjectReader in) {
    return new Verdict(
        in.bytes32("decision"),
        in.bytes32("roster"),
        in.number("epoch", 0, MAX_EPOCH),
        in.value("choice", Choice::parse),
        Codecs.object(in, "fields"),
        in.value("ballot", Jws::parse));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .bytes32("decision", decision)
        .bytes32("roster", roster)
        .number("epoch", epoch)
        .text("choice", choice.word())
        .json("fields", fields)
        .text("ballot", ballot.compact())
        .toJson();
  }
}
