package org.softpause.protocol.registry;

import org.softpause.frost.FrostException;
import org.softpause.frost.Signature;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.PossessionStatement;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/** A new group's signature over its {@link PossessionStatement}, as a deployment file holds it. */
public record PossessionProof(Bytes32 roster, Bytes32 transcript, Signature signature) {
  void check(VerifyingKey groupKey) {
    try {
      groupKey.verify(new PossessionStatement(transcript, groupKey).message().bytes(), signature);
    } catch (FrostException.InvalidSignature invalid) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_POSSESSION_INVALID, "roster " + roster + " has not signed", invalid);
    }
  }

  static PossessionProof read(ObjectReader in) {
    return new PossessionProof(
        in.bytes32("roster"),
        in.bytes32("transcript"),
        in.value("signature", Certificate::readSignature));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .bytes32("roster", roster)
        .bytes32("transcript", transcript)
        .hex("signature", signature.encode())
        .toJson();
  }
}
