package org.softpause.protocol.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Rule;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

class PublicIdentityTest {
  private final SoftwareIdentity alice = SoftwareIdentity.generate(TestRandom.seeded(20261123));
  private final String jwk =
      new String(CanonicalJson.encode(alice.publicIdentity().toJson()), StandardCharsets.UTF_8);

  @Test
  void aKeyComesBackFromItsJwk() {
    assertThat(read(jwk)).isEqualTo(alice.publicIdentity());
  }

  @Test
  void theKeyIdIsTheThumbprintThatAnotherImplementationFinds()
      throws ParseException, JOSEException {
    assertThat(alice.publicIdentity().kid())
        .isEqualTo(ECKey.parse(jwk).computeThumbprint().toString());
  }

  @Test
  void aPointOffTheCurveIsRefused() {
    String off = jwk.replaceAll("\"y\":\"[^\"]*\"", "\"y\":\"" + "A".repeat(43) + "\"");

    assertRefused(Rule.MALFORMED_KEY, () -> read(off));
  }

  @Test
  void aCoordinateNotBelowThePrimeIsRefused() {
    String large = jwk.replaceAll("\"x\":\"[^\"]*\"", "\"x\":\"" + "_".repeat(42) + "8\"");

    assertRefused(Rule.MALFORMED_KEY, () -> read(large));
  }

  @Test
  void anyOtherMemberOrKindOfKeyIsRefused() {
    assertRefused(Rule.MALFORMED_VALUE, () -> read(jwk.replace("\"sig\"", "\"enc\"")));
    assertRefused(Rule.MALFORMED_VALUE, () -> read(jwk.replace("P-256", "P-384")));
    assertRefused(Rule.MALFORMED_VALUE, () -> read(jwk.replace("\"EC\"", "\"RSA\"")));
    assertRefused(Rule.UNKNOWN_MEMBER, () -> read(jwk.replace("{", "{\"d\":\"AA\",")));
    assertRefused(Rule.UNKNOWN_MEMBER, () -> read(jwk.replace("{", "{\"kid\":\"AA\",")));
    assertRefused(Rule.MISSING_MEMBER, () -> read(jwk.replace(",\"use\":\"sig\"", "")));
    assertRefused(Rule.MALFORMED_VALUE, () -> read(jwk.replace("\"x\":\"", "\"x\":\"AA")));
  }

  @Test
  void secretBytesOutOfRangeAreRefused() {
    byte[] large = new byte[32];
    Arrays.fill(large, (byte) 0xff);

    assertRefused(Rule.MALFORMED_KEY, () -> secret(new byte[32]));
    assertRefused(Rule.MALFORMED_KEY, () -> secret(new byte[31]));
    assertRefused(Rule.MALFORMED_KEY, () -> secret(large));
  }

  private static SoftwareIdentity secret(byte[] bytes) {
    return SoftwareIdentity.ofSecretBytes(bytes, TestRandom.seeded(1));
  }

  private static PublicIdentity read(String jwk) {
    return StrictJson.read(jwk.getBytes(StandardCharsets.UTF_8), 1000, PublicIdentity::read);
  }
}
