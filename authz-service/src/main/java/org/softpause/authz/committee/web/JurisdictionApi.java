package org.softpause.authz.committee.web;

import java.time.Instant;
import java.util.List;
import org.softpause.authz.committee.Jurisdiction;
import org.softpause.authz.committee.Jurisdictions;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/jurisdictions} */
@RestController
@RequestMapping("/v1/jurisdictions")
class JurisdictionApi {
  private final Jurisdictions jurisdictions;

  JurisdictionApi(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  View register(@RequestBody Request request) {
    return View.of(jurisdictions.register(request.registration()));
  }

  @GetMapping
  Page all() {
    return new Page(jurisdictions.all().stream().map(View::of).toList());
  }

  record Request(Jws registration) {}

  record Page(List<View> jurisdictions) {}

  record View(
      String name, String kid, JsonObject jwk, List<Integer> regions, Instant registeredAt) {
    static View of(Jurisdiction one) {
      return new View(
          one.name(), one.key().kid(), one.key().toJson(), one.regions(), one.registeredAt());
    }
  }
}
