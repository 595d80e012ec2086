package org.softpause.signer.state;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A ballot that this signer has cast. It holds the decision that the officer read, the id computed
 * from it here, the committee in whose name the ballot was cast, and the ballot's exact bytes.
 */
public record BallotRecord(
    Bytes32 id, Bytes32 roster, BallotChoice choice, Decision decision, Jws ballot) {
  static BallotRecord read(ObjectReader in) {
    return new BallotRecord(
        in.bytes32("id"),
        in.bytes32("roster"),
        in.value("choice", BallotChoice::parse),
        in.object("decision", DecisionJson::read),
        in.value("ballot", Jws::parse));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .bytes32("id", id)
        .bytes32("roster", roster)
        .text("choice", choice.word())
        .json("decision", DecisionJson.write(decision))
        .text("ballot", ballot.compact())
        .toJson();
  }
}
