package org.softpause.authz.site.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.site.Site;
import org.softpause.authz.site.Sites;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceiling.SiteCeiling;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.registry.CeilingReduction;
import org.springframework.format.annotation.DateTimeFormat;
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

/** {@code /v1/sites} */
@RestController
@RequestMapping("/v1/sites")
class SiteApi {
  private final Sites sites;
  private final Clock clock;

  SiteApi(Sites sites, Clock clock) {
    this.sites = sites;
    this.clock = clock;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Recorded> record(@RequestBody Request request) {
    Sites.Recorded recorded = sites.record(request.record());
    return ResponseEntity.status(recorded.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Recorded(recorded.siteId()));
  }

  @GetMapping
  Page all() {
    return new Page(sites.all().stream().map(View::of).toList());
  }

  @GetMapping("/{id}")
  View get(@PathVariable Bytes32 id) {
    return View.of(sites.require(id));
  }

  @GetMapping("/{id}/ceiling")
  Ceiling ceiling(
      @PathVariable Bytes32 id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant at) {
    Instant moment = at == null ? clock.instant() : at;
    return Ceiling.of(id, moment, sites.ceiling(id, moment.getEpochSecond()));
  }

  record Request(Jws record) {}

  record Recorded(Bytes32 siteId) {}

  record Page(List<View> sites) {}

  /** A site with its record as it was signed. */
  record View(Bytes32 siteId, JsonObject content, Jws record, Instant recordedAt) {
    static View of(Site site) {
      return new View(site.siteId(), site.content().toJson(), site.signed(), site.recordedAt());
    }
  }

  /**
   * What a site may use at a moment, by the final log; {@code pause} is the pause or lapse that
   * lowers it the most.
   */
  record Ceiling(
      Bytes32 siteId, Instant at, int ceilingBps, String allowedPflops, @Nullable Bytes32 pause) {
    static Ceiling of(Bytes32 siteId, Instant at, SiteCeiling ceiling) {
      return new Ceiling(
          siteId,
          at,
          ceiling.bps(),
          Long.toString(ceiling.allowedPflops()),
          ceiling.binding().map(CeilingReduction::id).orElse(null));
    }
  }
}
