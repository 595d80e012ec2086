package org.softpause.authz.decision.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.authz.decision.Ballots;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.decision.RequestProof;
import org.softpause.protocol.jose.Jws;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/decisions/{id}/ballots}: readable only by the committee's members until the decision
 * is over, by everyone afterwards.
 */
@RestController
@RequestMapping("/v1/decisions/{id}/ballots")
class BallotApi {
  private static final String SCHEME = "Softpause ";

  private final Ballots ballots;
  private final Decisions decisions;
  private final CommitteeDirectory committees;
  private final Clock clock;

  BallotApi(Ballots ballots, Decisions decisions, CommitteeDirectory committees, Clock clock) {
    this.ballots = ballots;
    this.decisions = decisions;
    this.committees = committees;
    this.clock = clock;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> cast(@PathVariable Bytes32 id, @RequestBody Request request) {
    boolean isNew = ballots.cast(id, request.ballot());
    return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).build();
  }

  @GetMapping
  Page all(
      @PathVariable Bytes32 id,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      HttpServletRequest request) {
    DecisionRecord record = decisions.require(id);
    if (!record.state().isOver() && record.state() != DecisionState.ANCHORED) {
      requireMember(record, authorization, request);
    }
    return new Page(ballots.signed(id));
  }

  private void requireMember(
      DecisionRecord record, @Nullable String authorization, HttpServletRequest request) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      throw Problem.NOT_AUTHORISED.because(
          "only members of the committee may read ballots before the decision is over");
    }
    Jws proof = Jws.parse(authorization.substring(SCHEME.length()));
    Member member =
        committees.signing(record.decision()).stream()
            .flatMap(group -> group.roster().memberWithKey(proof.kid()).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.NOT_A_MEMBER.because(
                        "no member of a signing committee has key " + proof.kid()));
    String query = request.getQueryString();
    String path = request.getRequestURI() + (query == null ? "" : "?" + query);
    proof
        .verify(member.identity())
        .read(RequestProof.TYPE, RequestProof::read)
        .check(request.getMethod(), path, clock.instant().getEpochSecond());
  }

  record Request(Jws ballot) {}

  record Page(List<Jws> ballots) {}
}
