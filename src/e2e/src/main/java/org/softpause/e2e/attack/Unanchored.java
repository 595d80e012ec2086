package org.softpause.e2e.attack;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A genuine certificate that is put into a token's log as if the chain already had it. */
record Unanchored(JsonNode certificate) {

  /** Appends it to the log and reckons the head that the chain would have. */
  void into(ObjectNode claims) {
    ObjectNode attested = (ObjectNode) claims.path("softpause");
    long sequence = attested.path("sequence").asLong() + 1;
    long time = attested.path("block").path("timestamp").asLong();
    ObjectNode entry = ((ArrayNode) attested.path("log")).addObject();
    entry.put("sequence", sequence).put("anchoredAt", time).set("certificate", certificate);
    attested.put("sequence", sequence);
    attested.put("head", headAfter(attested.path("head").asString(), time));
    ((ArrayNode) attested.path("pending")).removeAll();
  }

  private String headAfter(String head, long time) {
    byte[] big = ByteBuffer.allocate(Long.BYTES).putLong(time).array();
    byte[] uint48 = Arrays.copyOfRange(big, 2, Long.BYTES);
    byte[] id = Bytes32.parse(certificate.path("id").asString()).bytes();
    return Keccak256.hash(Bytes32.parse(head).bytes(), id, uint48).toString();
  }
}
