package org.softpause.protocol.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;

class JwsTest {
  private static final JsonObject DOCUMENT =
      new ObjectWriter().text("type", "softpause-test-v1").number("at", 7).toJson();

  private final SecureRandom random = TestRandom.seeded(3);
  private final SoftwareIdentity alice = SoftwareIdentity.generate(random);
  private final SoftwareIdentity bob = SoftwareIdentity.generate(random);

  @Test
  void aDocumentComesBackFromItsSigner() {
    Jws jws = Jws.parse(alice.sign(DOCUMENT).compact());

    JwsPayload payload = jws.verify(alice.publicIdentity());

    long at = payload.read("softpause-test-v1", in -> in.number("at", 0, 9));
    assertThat(at).isEqualTo(7);
    assertThat(new String(payload.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("{\"at\":7,\"type\":\"softpause-test-v1\"}");
  }

  @Test
  void anotherMembersKeyDoesNotVerifyIt() {
    assertThatThrownBy(() -> alice.sign(DOCUMENT).verify(bob.publicIdentity()))
        .hasMessageStartingWith("jws-wrong-key");
  }

  @Test
  void aSignatureOfAnotherKeyUnderThisKidIsRefused() {
    String[] bobs = bob.sign(DOCUMENT).compact().split("\\.", -1);
    String[] alices = alice.sign(DOCUMENT).compact().split("\\.", -1);
    Jws mixed = Jws.parse(alices[0] + "." + alices[1] + "." + bobs[2]);

    assertThatThrownBy(() -> mixed.verify(alice.publicIdentity()))
        .hasMessageStartingWith("jws-signature-invalid");
  }

  @Test
  void aSignatureOverAnotherDocumentIsRefused() {
    String[] parts = alice.sign(DOCUMENT).compact().split("\\.", -1);
    Jws edited = compact(parts[0], "{\"at\":8,\"type\":\"softpause-test-v1\"}", parts[2]);

    assertThatThrownBy(() -> edited.verify(alice.publicIdentity()))
        .hasMessageStartingWith("jws-signature-invalid");
  }

  @Test
  void theZeroSignatureIsRefused() {
    String[] parts = alice.sign(DOCUMENT).compact().split("\\.", -1);
    Jws forged = Jws.parse(parts[0] + "." + parts[1] + "." + Base64Url.encode(new byte[64]));

    assertThatThrownBy(() -> forged.verify(alice.publicIdentity()))
        .isInstanceOf(RuleViolation.class)
        .hasMessageStartingWith("jws-signature-invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"kid\":\"KID\",\"typ\":\"softpause+jws\"}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\",\"typ\":\"softpause+jws\"}",
        "{\"alg\":\"es256\",\"kid\":\"KID\",\"typ\":\"softpause+jws\"}",
        "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"JWT\"}",
        "{\"alg\":\"ES256\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"typ\":\"softpause+jws\"}",
        "{\"alg\":\"ES256\",\"kid\":\"short\",\"typ\":\"softpause+jws\"}",
        "{\"alg\":\"ES256\",\"jwk\":{},\"kid\":\"KID\",\"typ\":\"softpause+jws\"}",
        "{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"kid\":\"KID\",\"typ\":\"softpause+jws\"}",
        "{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"softpause+jws\",\"x5u\":\"https://a.example\"}",
        "{\"kid\":\"KID\",\"alg\":\"ES256\",\"typ\":\"softpause+jws\"}",
        "{\"alg\":\"ES256\",\"alg\":\"none\",\"kid\":\"KID\",\"typ\":\"softpause+jws\"}",
        "{ \"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"softpause+jws\"}",
        "nonsense"
      })
  void anyOtherHeaderIsRefused(String header) {
    String[] parts = alice.sign(DOCUMENT).compact().split("\\.", -1);
    String encoded = encode(header.replace("KID", alice.publicIdentity().kid()));

    assertThatThrownBy(() -> Jws.parse(encoded + "." + parts[1] + "." + parts[2]))
        .hasMessageStartingWith("jws-header-refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"softpause-test-v1\",\"at\":7}",
        "{\"at\": 7,\"type\":\"softpause-test-v1\"}",
        "{\"at\":-0,\"type\":\"softpause-test-v1\"}",
        "{\"at\":\"\\u0041\",\"type\":\"softpause-test-v1\"}",
      })
  void aPayloadThatIsNotCanonicalIsRefused(String payload) {
    assertThatThrownBy(() -> alice.sign(payload.getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("not-canonical");
  }

  @Test
  void aPayloadWithoutATypeIsRefused() {
    assertThatThrownBy(() -> alice.sign("{\"at\":7}".getBytes(StandardCharsets.UTF_8)))
        .hasMessageStartingWith("missing-member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELF.", "SELF=", "SELF ", " SELF", "SELFA", "SELF.SELF", ".", "..", ""})
  void anythingAroundTheThreePartsIsRefused(String form) {
    String compact = form.replace("SELF", alice.sign(DOCUMENT).compact());

    assertThatThrownBy(() -> Jws.parse(compact)).isInstanceOf(RuleViolation.class);
  }

  @Test
  void aSecondSpellingOfTheSameSignatureIsRefused() {
    String compact = alice.sign(DOCUMENT).compact();
    char last = compact.charAt(compact.length() - 1);
    String respelled = compact.substring(0, compact.length() - 1) + (char) (last + 1);

    assertThatThrownBy(() -> Jws.parse(respelled)).hasMessageStartingWith("malformed-jws");
  }

  @Test
  void aJwsOverTheLimitIsRefusedBeforeItIsParsed() {
    assertThatThrownBy(() -> Jws.parse("x".repeat(Jws.MAX_LENGTH + 1)))
        .hasMessageStartingWith("too-large");
  }

  @Test
  void aChangeOfAnyCharacterIsRefused() {
    String compact = alice.sign(DOCUMENT).compact();
    for (int i = 0; i < compact.length(); i++) {
      char other = compact.charAt(i) == 'A' ? 'B' : 'A';
      String changed = compact.substring(0, i) + other + compact.substring(i + 1);

      assertThatThrownBy(() -> Jws.parse(changed).verify(alice.publicIdentity()))
          .as(changed)
          .isInstanceOf(RuleViolation.class);
    }
  }

  @Test
  void aSecretComesBackFromItsBytes() {
    SoftwareIdentity again = SoftwareIdentity.ofSecretBytes(alice.secretBytes(), random);

    assertThat(again.publicIdentity()).isEqualTo(alice.publicIdentity());
    assertThat(alice.toString()).doesNotContain("secret");
  }

  private static Jws compact(String header, String payload, String signature) {
    return Jws.parse(header + "." + encode(payload) + "." + signature);
  }

  private static String encode(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }
}
