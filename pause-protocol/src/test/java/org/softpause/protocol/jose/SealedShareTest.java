package org.softpause.protocol.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Rule;
import org.softpause.protocol.fixture.TestRandom;

class SealedShareTest {
  private static final byte[] SHARE =
      "thirty-two bytes that are secret".getBytes(StandardCharsets.US_ASCII);

  private final SecureRandom random = TestRandom.seeded(20261123);
  private final DecryptionKey bob = DecryptionKey.derive(new byte[] {2});
  private final DecryptionKey carol = DecryptionKey.derive(new byte[] {3});
  private final SealedShare sealed = SealedShare.seal(SHARE, bob.encryptionKey(), random);

  @Test
  void onlyItsReceiverOpensIt() {
    assertThat(SealedShare.parse(sealed.compact()).open(bob)).isEqualTo(SHARE);
    assertRefused(Rule.SEALED_SHARE_NOT_FOR_US, () -> sealed.open(carol));
  }

  @Test
  void anyImplementationOfJweOpensIt() throws JOSEException, ParseException {
    JWEObject jwe = JWEObject.parse(sealed.compact());
    jwe.decrypt(new ECDHDecrypter(bob.key()));

    assertThat(jwe.getPayload().toBytes()).isEqualTo(SHARE);
    assertThat(header()).startsWith("{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\",\"epk\":{");
  }

  @Test
  void sealingAgainGivesOtherBytes() {
    assertThat(SealedShare.seal(SHARE, bob.encryptionKey(), random)).isNotEqualTo(sealed);
  }

  @Test
  void allRandomnessComesFromTheSourceGiven() {
    assertThat(SealedShare.seal(SHARE, bob.encryptionKey(), TestRandom.seeded(1)))
        .isEqualTo(SealedShare.seal(SHARE, bob.encryptionKey(), TestRandom.seeded(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4})
  void aChangedPartDoesNotOpen(int part) {
    SealedShare other = SealedShare.seal(SHARE, bob.encryptionKey(), random);
    String[] parts = sealed.compact().split("\\.", -1);
    parts[part] = other.compact().split("\\.", -1)[part];
    SealedShare mixed = SealedShare.parse(String.join(".", parts));

    assertRefused(Rule.SEALED_SHARE_NOT_FOR_US, () -> mixed.open(bob));
  }

  @Test
  void anyOtherHeaderIsRefused() {
    String epk = header().substring(header().indexOf("\"epk\""), header().length() - 1);
    for (String header :
        List.of(
            "{\"alg\":\"ECDH-ES+A256KW\",\"enc\":\"A256GCM\"," + epk + "}",
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\"," + epk + "}",
            "{\"alg\":\"ECDH-ES\",\"enc\":\"A128GCM\"," + epk + "}",
            "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\"," + epk + ",\"zip\":\"DEF\"}",
            "{\"alg\":\"ECDH-ES\",\"apu\":\"QQ\",\"enc\":\"A256GCM\"," + epk + "}",
            "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\"}",
            "{\"enc\":\"A256GCM\",\"alg\":\"ECDH-ES\"," + epk + "}",
            header().replace("P-256", "P-384"))) {
      assertRefused(Rule.MALFORMED_SEALED_SHARE, () -> withHeader(header));
    }
  }

  @Test
  void anEphemeralKeyOffTheCurveIsRefused() {
    String zero = "A".repeat(43);
    String header = header().replaceAll("\"x\":\"[^\"]*\"", "\"x\":\"" + zero + "\"");

    assertRefused(Rule.MALFORMED_SEALED_SHARE, () -> withHeader(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "....", "SELF.", "SELF=", "SELF ", "SELFAA", "SELF.SELF"})
  void anythingAroundTheFivePartsIsRefused(String form) {
    String compact = form.replace("SELF", sealed.compact());

    assertRefused(Rule.MALFORMED_SEALED_SHARE, () -> SealedShare.parse(compact));
  }

  @Test
  void aWrappedKeyIsRefused() {
    String compact = sealed.compact().replaceFirst("\\.\\.", ".AAAA.");

    assertRefused(Rule.MALFORMED_SEALED_SHARE, () -> SealedShare.parse(compact));
  }

  @Test
  void aKeyComesBackFromTheTextOfAComplaintAndPrintsAsNothing() {
    DecryptionKey again = DecryptionKey.parse(bob.exposeSecretText());

    assertThat(again.encryptionKey()).isEqualTo(bob.encryptionKey());
    assertThat(bob.toString()).isEqualTo("DecryptionKey[redacted]");
    assertRefused(Rule.MALFORMED_KEY, () -> DecryptionKey.parse("A".repeat(43)));
    assertRefused(Rule.MALFORMED_KEY, () -> DecryptionKey.derive(new byte[48]));
  }

  private String header() {
    String part = sealed.compact().substring(0, sealed.compact().indexOf('.'));
    return new String(Base64Url.decode(part), StandardCharsets.UTF_8);
  }

  private SealedShare withHeader(String header) {
    String rest = sealed.compact().substring(sealed.compact().indexOf('.'));
    return SealedShare.parse(Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + rest);
  }
}
