package org.softpause.authz.committee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.RunningService;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;

class EnrolmentTest {
  /** One for all tests: each has its own alice. */
  private static final SeededRandom RANDOM = new SeededRandom(1);

  private static final RunningService SERVICE = RunningService.shared();

  private final HttpCaller open = SERVICE.open();
  private final HttpCaller admin = SERVICE.admin();
  private final Identity alice = SoftwareIdentity.generate(RANDOM);

  @Test
  void aCodeEnrolsTheKeyThatSignedWithIt() {
    String code = code("Alicia", "[276, 840]");
    var answer = register(alice, "Alicia", code);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/kid").asString()).isEqualTo(alice.publicIdentity().kid());
    assertThat(open.get("/v1/jurisdictions").body()).contains("\"Alicia\"").doesNotContain(code);
  }

  @Test
  void aCodeServesOnce() {
    String code = code("Bobland", "[]");
    assertThat(register(alice, "Bobland", code).status()).isEqualTo(201);
    Identity mallory = SoftwareIdentity.generate(RANDOM);
    assertThat(register(mallory, "Bobland", code).problem()).isEqualTo("enrolment-code-refused");
  }

  @Test
  void aCodeServesOnlyTheNameThatItWasMadeFor() {
    String code = code("Carolia", "[]");
    assertThat(register(alice, "Switzerland", code).problem()).isEqualTo("enrolment-code-refused");
    assertThat(register(alice, "Carolia", code).status()).isEqualTo(201);
  }

  @Test
  void aGuessedCodeIsRefusedWithoutSayingWhy() {
    var answer = register(alice, "Nowhere", "guess");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("enrolment-code-refused");
  }

  @Test
  void aRegistrationSignedByAnotherKeyIsRefused() {
    Identity mallory = SoftwareIdentity.generate(RANDOM);
    var claim = claim(alice, "Danland", code("Danland", "[]"));
    var answer = open.post("/v1/jurisdictions", body(mallory.sign(claim.toJson()).compact()));
    assertThat(answer.problem()).isEqualTo("jws-wrong-key");
  }

  @Test
  void codesAreNotToBeHadWhereThePublicIsServed() {
    assertThat(open.post("/admin/enrolment-codes", "{\"name\":\"x\",\"regions\":[]}").status())
        .isEqualTo(404);
  }

  @Test
  void regionsOfACodeAreAscending() {
    assertThat(admin.post("/admin/enrolment-codes", "{\"name\":\"x\",\"regions\":[3,2]}").problem())
        .isEqualTo("out-of-range");
  }

  private String code(String name, String regions) {
    var answer =
        admin.post(
            "/admin/enrolment-codes", "{\"name\":\"" + name + "\",\"regions\":" + regions + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().at("/code").asString();
  }

  private HttpCaller.Answer register(Identity identity, String name, String code) {
    return open.post(
        "/v1/jurisdictions", body(identity.sign(claim(identity, name, code).toJson()).compact()));
  }

  private static ObjectWriter claim(Identity identity, String name, String code) {
    return new ObjectWriter()
        .text("type", "softpause-registration-v1")
        .text("name", name)
        .text("code", code)
        .json("jwk", identity.publicIdentity().toJson())
        .number("at", 1_790_000_000);
  }

  private static String body(String jws) {
    return "{\"registration\":\"" + jws + "\"}";
  }
}
