package org.softpause.e2e.attack;

import java.nio.charset.StandardCharsets;
import org.softpause.e2e.harness.JsonTree;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Certificate;
import tools.jackson.databind.node.ObjectNode;

/**
 * A certificate whose decision is altered and whose id is recomputed; only the signature is old.
 */
record ForgedCertificate(ObjectNode certificate) {

  /** Changes the ceiling of the pause. */
  void withCeiling(int ceilingBps) {
    ((ObjectNode) certificate.path("decision")).put("ceilingBps", ceilingBps);
    reckonId();
  }

  /** Changes the registry that the decision is for. */
  void withRegistry(String registry) {
    certificate.put("registry", registry);
    reckonId();
  }

  private void reckonId() {
    byte[] json = JsonTree.write(certificate.path("decision")).getBytes(StandardCharsets.UTF_8);
    Decision decision = StrictJson.read(json, Certificate.MAX_BYTES, DecisionJson::read);
    Bytes32 id =
        decision.id(
            new Eip712Domain(
                certificate.path("chainId").asLong(),
                Address.parse(certificate.path("registry").asString())));
    certificate.put("id", id.toString());
  }
}
