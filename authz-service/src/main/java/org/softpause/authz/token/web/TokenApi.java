package org.softpause.authz.token.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.softpause.authz.system.Problem;
import org.softpause.authz.token.ServedToken;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.token.TokenKey;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** {@code /v1/tokens/latest}, the same for everyone, and {@code /.well-known/jwks.json}. */
@RestController
class TokenApi {
  private static final MediaType JWT = MediaType.parseMediaType("application/jwt");
  private static final Duration CACHED = Duration.ofSeconds(1);

  private final ServedToken tokens;
  private final TokenKey key;
  private final Clock clock;

  TokenApi(ServedToken tokens, TokenKey key, Clock clock) {
    this.tokens = tokens;
    this.key = key;
    this.clock = clock;
  }

  @GetMapping("/v1/tokens/latest")
  ResponseEntity<String> latest(WebRequest request) {
    ServedToken.Issued issued =
        tokens
            .latest()
            .orElseThrow(() -> Problem.NO_TOKEN.because("no token can be issued at the moment"));
    String tag = '"' + issued.digest().toString().substring(2) + '"';
    if (request.checkNotModified(tag)) {
      return ResponseEntity.status(304).eTag(tag).build();
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .contentType(JWT)
        .cacheControl(CacheControl.maxAge(cachedFor(issued)).cachePublic())
        .body(issued.jwt());
  }

  private Duration cachedFor(ServedToken.Issued issued) {
    Duration left = Duration.between(clock.instant(), issued.expiresAt());
    return left.compareTo(CACHED) < 0 ? Duration.ZERO : CACHED;
  }

  @GetMapping("/.well-known/jwks.json")
  ResponseEntity<JsonObject> keys() {
    Map<String, Json> jwk = new TreeMap<>(key.publicIdentity().toJson().members());
    jwk.put("kid", new JsonString(key.publicIdentity().kid()));
    jwk.put("alg", new JsonString("ES256"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(new JsonObject(Map.of("keys", new JsonArray(List.of(new JsonObject(jwk))))));
  }
}
