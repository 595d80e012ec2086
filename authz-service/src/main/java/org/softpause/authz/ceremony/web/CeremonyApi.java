package org.softpause.authz.ceremony.web;

import java.util.List;
import org.softpause.authz.ceremony.Ceremonies;
import org.softpause.authz.ceremony.CeremonySummary;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.Jws;
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

/** {@code /v1/ceremonies} */
@RestController
@RequestMapping("/v1/ceremonies")
class CeremonyApi {
  private final Ceremonies ceremonies;

  CeremonyApi(Ceremonies ceremonies) {
    this.ceremonies = ceremonies;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Opened> open(@RequestBody Plan request) {
    Ceremonies.Opened opened = ceremonies.open(request.plan());
    return ResponseEntity.status(opened.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Opened(opened.id()));
  }

  @PostMapping(path = "/{id}/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> take(@PathVariable Bytes32 id, @RequestBody Message request) {
    return switch (ceremonies.take(id, request.message())) {
      case RECORDED -> ResponseEntity.status(HttpStatus.CREATED).build();
      case KNOWN -> ResponseEntity.ok().build();
      case CONTRADICTION ->
          throw new RuleViolation(
              Rule.EQUIVOCATION,
              "the sender has signed a different message of this kind before; this one is evidence");
    };
  }

  @GetMapping
  Page all() {
    return new Page(ceremonies.all());
  }

  @GetMapping("/{id}")
  CeremonyView get(@PathVariable Bytes32 id) {
    var ceremony = ceremonies.get(id);
    return CeremonyView.of(ceremony, ceremonies.culprits(ceremony));
  }

  /** The messages after the first {@code after}; none if there are no more yet. */
  @GetMapping("/{id}/messages")
  Ceremonies.Page messages(@PathVariable Bytes32 id, @RequestParam(defaultValue = "0") int after) {
    if (after < 0) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "after must not be negative");
    }
    return ceremonies.messages(id, after);
  }

  /**
   * Second, different messages of a kind, one for each sender and kind: evidence beside the first.
   */
  @GetMapping("/{id}/contradictions")
  Messages contradictions(@PathVariable Bytes32 id) {
    return new Messages(ceremonies.contradictions(id));
  }

  record Plan(Jws plan) {}

  record Message(Jws message) {}

  record Messages(List<Jws> messages) {}

  record Opened(Bytes32 id) {}

  record Page(List<CeremonySummary> ceremonies) {}
}
