package org.softpause.authz.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.authz.Eventually;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.token.Token;
import org.softpause.protocol.token.TokenVerifier;

class TokenTest {
  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.shared();
  private final HttpCaller open = world.service().open();

  @Test
  void theTokenAttestsTheFinalHeadAndProvesIt() {
    Bytes32 id = world.signatories().certify(world.pause(5).build());
    world.await(id, "FINAL");
    Eventually.equal(true, () -> log(latest()).contains(id));
    Token token = latest();
    var attested = token.attestation();
    assertThat(token.issuer()).isEqualTo("http://127.0.0.1:8080");
    attested
        .anchorProof()
        .orElseThrow()
        .check(attested.block(), attested.domain().registry(), attested.head());
  }

  @Test
  void aTokenThatOneHasIsNotSentAgain() {
    Eventually.equal(200, () -> open.get("/v1/tokens/latest").status());
    boolean unchanged =
        IntStream.range(0, 20)
            .anyMatch(
                attempt -> {
                  var first = open.get("/v1/tokens/latest");
                  assertThat(first.header("Content-Type")).isEqualTo("application/jwt");
                  return open.get("/v1/tokens/latest", "If-None-Match", first.header("ETag"))
                          .status()
                      == 304;
                });
    assertThat(unchanged).isTrue();
  }

  @Test
  void aTokenIsServedOnlyAsLongAsItIsFresh() {
    Eventually.equal(200, () -> open.get("/v1/tokens/latest").status());
    assertThat(at(Clock.systemUTC()).latest()).isPresent();
    assertThat(at(Clock.offset(Clock.systemUTC(), Duration.ofHours(1))).latest()).isEmpty();
  }

  /** The service's token as it is served by a clock. */
  private ServedToken at(Clock clock) {
    return new ServedToken(world.service().part(TokenRepository.class), clock);
  }

  private List<Bytes32> log(Token token) {
    return token.attestation().log().stream().map(entry -> entry.certificate().id()).toList();
  }

  private Token latest() {
    var answer = open.get("/v1/tokens/latest");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new TokenVerifier(serviceKey(), world.signatories().domain())
        .verify(answer.body(), System.currentTimeMillis() / 1000);
  }

  private PublicIdentity serviceKey() {
    var jwk = open.get("/.well-known/jwks.json").json().at("/keys/0").asObject();
    jwk.remove("kid");
    jwk.remove("alg");
    return StrictJson.read(
        jwk.toString().getBytes(StandardCharsets.UTF_8), 1024, PublicIdentity::read);
  }
}
