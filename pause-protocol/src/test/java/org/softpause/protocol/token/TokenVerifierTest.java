package org.softpause.protocol.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.fixture.Mutation;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.JsonInteger;

class TokenVerifierTest {
  private static final Attestation ATTESTATION = TestToken.attestation(1, 3);
  private static final String TOKEN = TestToken.issued(ATTESTATION);

  private static void refuse(Rule rule, String token) {
    refuse(rule, token, NOW);
  }

  private static void refuse(Rule rule, String token, long now) {
    assertRefused(rule, () -> TestToken.VERIFIER.verify(token, now));
  }

  @Test
  void whatIsIssuedVerifies() {
    Token token = TestToken.VERIFIER.verify(TOKEN, NOW);
    assertThat(token.attestation()).isEqualTo(ATTESTATION);
    assertThat(token.issuer()).isEqualTo("https://service.example");
    assertThat(token.issuedAt()).isEqualTo(NOW);
    assertThat(token.expiresAt()).isEqualTo(NOW + 300);
  }

  @Test
  void asEvidenceATokenCountsWhateverItsAgeAndRegistry() {
    Token token = TokenVerifier.evidence(TOKEN, TestToken.KEY.publicIdentity());
    assertThat(token).isEqualTo(TestToken.VERIFIER.verify(TOKEN, NOW));
    String[] parts = TOKEN.split("\\.", -1);
    String claims = encode(decoded(1).replace("\"ceilingBps\":500", "\"ceilingBps\":9999"));
    String forged = parts[0] + "." + claims + "." + parts[2];
    assertRefused(
        Rule.TOKEN_SIGNATURE_INVALID,
        () -> TokenVerifier.evidence(forged, TestToken.KEY.publicIdentity()));
  }

  @Test
  void noTwoTokensHaveTheSameId() {
    TokenIssuer issuer =
        new TokenIssuer(TestToken.KEY, "https://service.example", Duration.ofMinutes(5));
    String one = TestToken.VERIFIER.verify(issuer.issue(ATTESTATION, NOW), NOW).id();
    String two = TestToken.VERIFIER.verify(issuer.issue(ATTESTATION, NOW), NOW).id();
    assertThat(one).hasSize(32).isNotEqualTo(two);
  }

  @Test
  void pendingCertificatesTravelWithTheirTimeIfTheyHaveOne() {
    PendingCertificate anchored =
        new PendingCertificate(TestToken.LOG.get(1).certificate(), OptionalLong.of(NOW));
    PendingCertificate waiting =
        new PendingCertificate(TestToken.LOG.get(2).certificate(), OptionalLong.empty());
    Attestation attestation =
        new Attestation(
            TestRegistry.DOMAIN,
            1,
            ATTESTATION.head(),
            ATTESTATION.block(),
            1,
            List.of(),
            List.of(anchored, waiting),
            ATTESTATION.anchorProof());
    assertThat(TestToken.VERIFIER.verify(TestToken.issued(attestation), NOW).attestation())
        .isEqualTo(attestation);
  }

  @Test
  void aTokenIsFreshForItsLifetimeOnly() {
    assertThat(TestToken.VERIFIER.verify(TOKEN, NOW + 299).issuedAt()).isEqualTo(NOW);
    refuse(Rule.TOKEN_EXPIRED, TOKEN, NOW + 300);
    assertThat(TestToken.VERIFIER.verify(TOKEN, NOW - 60).issuedAt()).isEqualTo(NOW);
    refuse(Rule.TOKEN_FROM_FUTURE, TOKEN, NOW - 61);
  }

  @Test
  void aTokenThatLivesForEverIsRefused() {
    refuse(Rule.TOKEN_LIFETIME_TOO_LONG, resigned("\"exp\":1800001300", "\"exp\":1800004601"));
    refuse(Rule.TOKEN_LIFETIME_TOO_LONG, resigned("\"exp\":1800001300", "\"exp\":1800001000"));
    refuse(Rule.MISSING_MEMBER, resigned("\"exp\":1800001300,", ""));
  }

  @Test
  void aTokenMayLiveForAnHour() {
    assertThat(verified(resigned("\"exp\":1800001300", "\"exp\":1800004600")).expiresAt())
        .isEqualTo(NOW + 3600);
  }

  private static Token verified(String token) {
    return TestToken.VERIFIER.verify(token, NOW);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3600})
  void anIssuerGivesLivesThatItsVerifiersAccept(long seconds) {
    TokenIssuer issuer = new TokenIssuer(TestToken.KEY, "i", Duration.ofSeconds(seconds));
    assertThat(verified(issuer.issue(ATTESTATION, NOW)).expiresAt()).isEqualTo(NOW + seconds);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 3601})
  void anIssuerGivesNoLifeThatItsVerifiersRefuse(long seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenIssuer(TestToken.KEY, "i", Duration.ofSeconds(seconds)));
  }

  @Test
  void aLogThatBeginsAfterItsEndIsRefused() {
    assertRefused(Rule.OUT_OF_RANGE, () -> about(3, 4));
    assertRefused(Rule.OUT_OF_RANGE, () -> about(3, -1));
    assertThat(about(3, 3).from()).isEqualTo(3);
    assertThat(about(0, 0).from()).isZero();
  }

  private static Attestation about(long sequence, long from) {
    return TestToken.attestation(TestRegistry.DOMAIN, sequence, Bytes32.ZERO, from, List.of());
  }

  @Test
  void aSequenceIsANumberThatJsonHolds() {
    long most = JsonInteger.MAX;
    assertThat(TestToken.attestation(most, Bytes32.ZERO, most, List.of()).sequence())
        .isEqualTo(most);
    assertRefused(
        Rule.OUT_OF_RANGE, () -> TestToken.attestation(most + 1, Bytes32.ZERO, most, List.of()));
  }

  @Test
  void aSecretKeyHas32Bytes() {
    String file = new String(TestToken.KEY.secretJwk(), UTF_8);
    for (int length : new int[] {0, 31, 33}) {
      String other = file.replace(secretOf(TestToken.KEY.secretJwk()), encode(new byte[length]));
      assertThatExceptionOfType(RuleViolation.class)
          .isThrownBy(() -> TokenKey.ofSecretJwk(other.getBytes(UTF_8), new SeededRandom(3)))
          .withMessageContaining("d has 32 bytes");
    }
  }

  @Test
  void anotherServicesTokenIsRefused() {
    String token =
        new TokenIssuer(TestToken.OTHER_KEY, "i", Duration.ofMinutes(5)).issue(ATTESTATION, NOW);
    refuse(Rule.TOKEN_WRONG_KEY, token);
  }

  @Test
  void anotherKeyUnderTheServicesNameIsRefused() throws JOSEException {
    String header = decoded(0);
    refuse(
        Rule.TOKEN_SIGNATURE_INVALID,
        signed(header, decoded(1), new ECDSASigner(TestToken.OTHER_KEY.secretKey())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"typ\":\"softpause-token+jwt\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"typ\":\"softpause-token+jwt\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES384\",\"typ\":\"softpause-token+jwt\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"typ\":\"softpause+jws\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"typ\":\"softpause-token+jwt\"}",
        "{\"alg\":\"ES256\",\"typ\":\"softpause-token+jwt\",\"kid\":\"KID\",\"crit\":[\"exp\"]}",
        "{\"alg\":\"ES256\",\"typ\":\"softpause-token+jwt\",\"kid\":\"KID\",\"jku\":\"http://m/\"}",
        "{\"alg\":\"ES256\",\"alg\":\"ES256\",\"typ\":\"softpause-token+jwt\",\"kid\":\"KID\"}",
        "[]",
      })
  void aHeaderSaysTheThreePinnedThingsAndNothingElse(String header) throws JOSEException {
    String kid = TestToken.KEY.publicIdentity().kid();
    refuse(
        Rule.TOKEN_HEADER_REFUSED,
        signed(header.replace("KID", kid), decoded(1), new ECDSASigner(TestToken.KEY.secretKey())));
  }

  @Test
  void thePublicKeyIsNoSecretForAMac() throws JOSEException {
    JWSObject forged = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(decoded(1)));
    forged.sign(new MACSigner(TestToken.KEY.publicIdentity().key().getEncoded()));
    refuse(Rule.TOKEN_HEADER_REFUSED, forged.serialize());
  }

  @Test
  void aTokenIsForOneProfileChainAndRegistry() {
    refuse(Rule.TOKEN_PROFILE_UNKNOWN, resigned(Attestation.PROFILE, "urn:softpause:token:2"));
    Eip712Domain domain = TestRegistry.DOMAIN;
    refuse(Rule.WRONG_CHAIN, TestToken.issued(about(new Eip712Domain(1, domain.registry()))));
    refuse(
        Rule.WRONG_REGISTRY,
        TestToken.issued(about(new Eip712Domain(domain.chainId(), Address.ZERO))));
  }

  private static Attestation about(Eip712Domain domain) {
    return TestToken.attestation(domain, 0, Bytes32.ZERO, 0, List.of());
  }

  @Test
  void freshnessAndAddresseeComeBeforeTheCertificates() {
    String bad = resigned("\"ceilingBps\":500", "\"ceilingBps\":501");
    refuse(Rule.CERTIFICATE_ID_MISMATCH, bad);
    refuse(Rule.TOKEN_EXPIRED, bad, NOW + 300);
  }

  @Test
  void anEditedClaimBreaksTheSignature() {
    String[] parts = TOKEN.split("\\.", -1);
    String claims = encode(decoded(1).replace("\"ceilingBps\":500", "\"ceilingBps\":9999"));
    refuse(Rule.TOKEN_SIGNATURE_INVALID, parts[0] + "." + claims + "." + parts[2]);
  }

  @Test
  void bytesAreCountedBeforeAnythingIsRead() {
    refuse(Rule.TOKEN_TOO_LARGE, "x".repeat(Token.MAX_LENGTH + 1));
    refuse(Rule.TOKEN_MALFORMED, "x".repeat(Token.MAX_LENGTH));
  }

  @Test
  void aTokenHasThreePartsInTheirOneSpelling() {
    refuse(Rule.TOKEN_MALFORMED, "");
    refuse(Rule.TOKEN_MALFORMED, TOKEN + ".");
    refuse(Rule.TOKEN_MALFORMED, TOKEN + "=");
    refuse(Rule.TOKEN_MALFORMED, TOKEN.substring(0, TOKEN.length() - 2));
    refuse(Rule.TOKEN_MALFORMED, " " + TOKEN);
    refuse(Rule.UNKNOWN_MEMBER, resigned("\"iat\"", "\"aud\":\"x\",\"iat\""));
    refuse(Rule.DUPLICATE_MEMBER, resigned("\"iat\"", "\"exp\":1,\"iat\""));
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changedBytesAreRefusedByARule(long seed) {
    byte[] changed = Mutation.of(TOKEN.getBytes(UTF_8), new Random(seed));
    try {
      TestToken.VERIFIER.verify(new String(changed, UTF_8), NOW);
      assertThat(changed).isEqualTo(TOKEN.getBytes(UTF_8));
    } catch (RuleViolation refused) {
      assertThat(refused.rule().slug()).isNotBlank();
    }
  }

  /** A hostile service signs anything it likes. Verification still ends in nothing but a rule. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changedClaimsUnderAGoodSignatureAreJudgedByRules(long seed) throws JOSEException {
    byte[] changed = Mutation.of(decoded(1).getBytes(UTF_8), new Random(seed));
    String token =
        signed(decoded(0).getBytes(UTF_8), changed, new ECDSASigner(TestToken.KEY.secretKey()));
    try {
      Attestation attestation = TestToken.VERIFIER.verify(token, NOW).attestation();
      LogVerification.advance(TestToken.stateAt(1), attestation);
      assertThat(attestation.head()).isEqualTo(ATTESTATION.head());
      assertThat(attestation.log()).isEqualTo(ATTESTATION.log());
    } catch (RuleViolation refused) {
      assertThat(refused.rule().slug()).isNotBlank();
    }
  }

  @Test
  void aKeyShowsItsPublicPartAlone() {
    TokenKey key = TokenKey.generate(new SeededRandom(3));
    assertThat(key).hasToString("TokenKey[" + key.publicIdentity() + "]");
    assertThat(key.publicIdentity()).isNotEqualTo(TestToken.KEY.publicIdentity());
  }

  @Test
  void aKeyIsReadBackFromItsFile() {
    byte[] file = TestToken.KEY.secretJwk();
    TokenKey read = TokenKey.ofSecretJwk(file, new SeededRandom(3));
    assertThat(read.publicIdentity()).isEqualTo(TestToken.KEY.publicIdentity());
    assertThat(read.toString()).doesNotContain(secretOf(file));
    String mixed =
        new String(file, UTF_8).replace(secretOf(file), secretOf(TestToken.OTHER_KEY.secretJwk()));
    assertRefused(
        Rule.MALFORMED_KEY, () -> TokenKey.ofSecretJwk(mixed.getBytes(UTF_8), new SeededRandom(3)));
  }

  private static String secretOf(byte[] jwk) {
    return new String(jwk, UTF_8).replaceFirst(".*\"d\":\"([^\"]+)\".*", "$1");
  }

  /** The service's own token with its claims changed and signed again. */
  private static String resigned(String before, String after) {
    String claims = decoded(1);
    assertThat(claims).contains(before);
    try {
      return signed(
          decoded(0), claims.replace(before, after), new ECDSASigner(TestToken.KEY.secretKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(String header, String claims, ECDSASigner signer)
      throws JOSEException {
    return signed(header.getBytes(UTF_8), claims.getBytes(UTF_8), signer);
  }

  private static String signed(byte[] header, byte[] claims, ECDSASigner signer)
      throws JOSEException {
    signer.getJCAContext().setSecureRandom(new SeededRandom(4));
    String input = encode(header) + "." + encode(claims);
    return input + "." + signer.sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(UTF_8));
  }

  private static String decoded(int part) {
    return new String(Base64.getUrlDecoder().decode(TOKEN.split("\\.", -1)[part]), UTF_8);
  }

  private static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
