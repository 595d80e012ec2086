package org.softpause.e2e.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.evidence.BadShare;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** Checks the public evidence of a signing, as anyone could after downloading it. */
record PublishedEvidence(ServiceProcess service, JsonNode rosterPayload) {
  private static final int MAX_ROSTER = 1 << 20;

  /** Requires that the evidence convicts this member and nobody else. */
  void convicts(String decision, String name) {
    JsonNode group =
        service.api().get("/v1/decisions/" + decision + "/signing").path("groups").get(0);
    assertThat(group.path("culprits").size()).isEqualTo(1);
    JsonNode culprit = group.path("culprits").get(0);
    JsonNode session = group.path("sessions").get(culprit.path("session").asInt() - 1);
    SigningPackageDocument offer =
        new SigningPackageDocument(
            Bytes32.parse(decision),
            Bytes32.parse(group.path("roster").asString()),
            Bytes32.parse(session.path("package").asString()),
            session.path("sources").valueStream().map(PublishedEvidence::jws).toList());
    BadShare evidence = new BadShare(offer, jws(culprit.path("share")));
    assertThat(evidence.check(roster()).name()).isEqualTo(name);
  }

  Roster roster() {
    byte[] payload = rosterPayload.toString().getBytes(StandardCharsets.UTF_8);
    return StrictJson.read(payload, MAX_ROSTER, Roster::read);
  }

  private static Jws jws(JsonNode text) {
    return Jws.parse(text.asString());
  }
}
