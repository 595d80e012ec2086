package org.softpause.authz.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.RunningService;
import org.softpause.authz.Signatories;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.fixture.TestCeremony;

class OpenCeremoniesTest {
  private static final int ALLOWED = 3;

  @Test
  void aMemberOpensOnlySoManyCeremoniesThatComeToNoKey() {
    try (RunningService service =
        RunningService.start(
            PostgresFixture.shared().newDatabase(),
            "softpause.token.key-file=target/test-token-key.json",
            "softpause.ceremonies.unfinished-per-member=" + ALLOWED)) {
      TestCeremony committee = new Signatories(57, service).committee();
      for (int number = 1; number <= ALLOWED; number++) {
        assertThat(open(service, committee, 1, number).status()).isEqualTo(201);
      }
      assertThat(open(service, committee, 1, 9).problem()).isEqualTo("too-many-ceremonies");
      assertThat(open(service, committee, 1, 9).status()).isEqualTo(429);
      assertThat(open(service, committee, 1, ALLOWED).status()).isEqualTo(200);
      assertThat(open(service, committee, 2, 10).status()).isEqualTo(201);
    }
  }

  private static HttpCaller.Answer open(
      RunningService service, TestCeremony committee, int member, int number) {
    CeremonyPlan plan = committee.plan();
    byte[] nonce = new byte[Bytes32.LENGTH];
    nonce[0] = (byte) number;
    var another =
        new CeremonyPlan(
            plan.body(),
            plan.civil(),
            plan.minSigners(),
            plan.members(),
            Bytes32.of(nonce),
            plan.createdAt(),
            plan.succession());
    String signed = committee.member(member).propose(another).compact();
    return service.open().post("/v1/ceremonies", "{\"plan\":\"" + signed + "\"}");
  }
}
