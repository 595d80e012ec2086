package org.softpause.authz.decision.web;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.decision.Proposals;
import org.softpause.authz.decision.ReasonsDocument;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.DecisionJson;
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

/** {@code /v1/decisions}: proposals and lists. */
@RestController
@RequestMapping("/v1/decisions")
class DecisionApi {
  private static final int MAX_PAGE = 100;

  private final Proposals proposals;
  private final Decisions decisions;

  DecisionApi(Proposals proposals, Decisions decisions) {
    this.proposals = proposals;
    this.decisions = decisions;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Taken> propose(@RequestBody Request request) {
    ReasonsDocument reasons = new ReasonsDocument(decode(request.reasons()), request.reasonsType());
    Proposals.Taken taken = proposals.propose(request.proposal(), reasons);
    return ResponseEntity.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Taken(taken.id()));
  }

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "0") long cursor,
      @RequestParam(defaultValue = "20") int limit) {
    if (limit < 1 || limit > MAX_PAGE || cursor < 0) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE, "limit must be within 1..100, and cursor must come from a page");
    }
    List<DecisionRecord> records = decisions.page(open, cursor, limit);
    Long next = records.size() == limit ? records.getLast().number() : null;
    return new Page(records.stream().map(Line::of).toList(), next);
  }

  @GetMapping("/{id}/reasons")
  ResponseEntity<byte[]> reasons(@PathVariable Bytes32 id) {
    ReasonsDocument reasons =
        proposals
            .reasons(id)
            .orElseThrow(
                () -> Problem.NOT_FOUND.because("there are no reasons for decision " + id));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, reasons.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
        .body(reasons.document());
  }

  private static byte[] decode(String base64url) {
    try {
      return Base64.getUrlDecoder().decode(base64url);
    } catch (IllegalArgumentException e) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "reasons must be base64url", e);
    }
  }

  record Request(Jws proposal, String reasons, String reasonsType) {}

  record Taken(Bytes32 id) {}

  record Page(List<Line> decisions, @Nullable Long next) {}

  /** A decision in a list. */
  record Line(Bytes32 id, DecisionState state, JsonObject decision) {
    static Line of(DecisionRecord record) {
      return new Line(record.id(), record.state(), DecisionJson.write(record.decision()));
    }
  }
}
