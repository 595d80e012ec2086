package org.softpause.authz.signing.web;

import org.jspecify.annotations.Nullable;
import org.softpause.authz.signing.Certificates;
import org.softpause.authz.signing.ShareIntake;
import org.softpause.authz.signing.ShareVerdict;
import org.softpause.authz.signing.SigningPackages;
import org.softpause.authz.system.Problem;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out signing packages and certificates, and receives signature shares. */
@RestController
@RequestMapping("/v1/decisions/{id}")
class SigningApi {
  private final SigningPackages packages;
  private final ShareIntake intake;
  private final Certificates certificates;

  SigningApi(SigningPackages packages, ShareIntake intake, Certificates certificates) {
    this.packages = packages;
    this.intake = intake;
    this.certificates = certificates;
  }

  @GetMapping("/signing-package")
  JsonObject signingPackage(
      @PathVariable Bytes32 id,
      @RequestParam Bytes32 roster,
      @RequestParam(required = false) @Nullable Integer identifier) {
    return packages.awaiting(id, roster, member(identifier)).toJson();
  }

  private static @Nullable Identifier member(@Nullable Integer identifier) {
    if (identifier == null) {
      return null;
    }
    if (identifier < 1 || identifier > Identifier.MAX_VALUE) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "identifier must be within 1..255");
    }
    return new Identifier(identifier);
  }

  @PostMapping(path = "/signature-shares", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> take(@PathVariable Bytes32 id, @RequestBody Request request) {
    return switch (intake.take(id, request.share())) {
      case ShareVerdict.Accepted accepted -> ResponseEntity.status(HttpStatus.CREATED).build();
      case ShareVerdict.Known known -> ResponseEntity.ok().build();
      case ShareVerdict.Refused refused -> throw Problem.SHARE_INVALID.because(refused.detail());
      case ShareVerdict.Contradicting other ->
          throw new RuleViolation(Rule.EQUIVOCATION, other.detail());
    };
  }

  @GetMapping("/certificate")
  ResponseEntity<JsonObject> certificate(@PathVariable Bytes32 id) {
    return certificates
        .find(id)
        .map(
            certificate ->
                ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                    .body(certificate.toJson()))
        .orElseThrow(() -> Problem.NOT_FOUND.because("decision " + id + " has no certificate"));
  }

  record Request(Jws share) {}
}
