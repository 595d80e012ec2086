package org.softpause.e2e.attack;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A genuine certificate that is not anchored yet and that a dishonest service misuses. */
record UnanchoredCertificate(JsonNode certificate) {

  /** Appends it to the log and computes the head that the chain would have. */
  void intoLog(ObjectNode claims) {
    ObjectNode attested = (ObjectNode) claims.path("softpause");
    long sequence = attested.path("sequence").asLong() + 1;
    long time = attested.path("block").path("timestamp").asLong();
    ObjectNode entry = ((ArrayNode) attested.path("log")).addObject();
    entry.put("sequence", sequence).put("anchoredAt", time).set("certificate", certificate);
    attested.put("sequence", sequence);
    attested.put("head", headAfter(attested.path("head").asString(), time));
    ((ArrayNode) attested.path("pending")).removeAll();
    attested.remove("anchor_proof");
  }

  /** Adds it to the pending entries with an invented anchoring time. */
  void intoPending(ObjectNode claims) {
    ObjectNode attested = (ObjectNode) claims.path("softpause");
    long time = attested.path("block").path("timestamp").asLong();
    ArrayNode pending = (ArrayNode) attested.path("pending");
    pending.removeAll();
    pending.addObject().put("anchoredAt", time).set("certificate", certificate);
  }

  private String headAfter(String head, long time) {
    byte[] big = ByteBuffer.allocate(Long.BYTES).putLong(time).array();
    byte[] uint48 = Arrays.copyOfRange(big, 2, Long.BYTES);
    byte[] id = Bytes32.parse(certificate.path("id").asString()).bytes();
    return Keccak256.hash(Bytes32.parse(head).bytes(), id, uint48).toString();
  }
}
