package org.softpause.authz.mirror.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.audit.AuditStep;
import org.softpause.authz.decision.Ballots;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.decision.Proposals;
import org.softpause.authz.decision.ReasonsDocument;
import org.softpause.authz.decision.RefusedByRegistry;
import org.softpause.authz.mirror.RegistryMirror;
import org.softpause.authz.signing.SigningHistory;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/decisions/{id}}: everything known of a decision, from its proposal to its block. It is
 * served by this package because the block is the last of that to be known.
 */
@RestController
class DecisionDetailApi {
  private final Decisions decisions;
  private final Proposals proposals;
  private final Ballots ballots;
  private final SigningHistory signing;
  private final RegistryMirror mirror;
  private final RefusedByRegistry refusals;

  DecisionDetailApi(
      Decisions decisions,
      Proposals proposals,
      Ballots ballots,
      SigningHistory signing,
      RegistryMirror mirror,
      RefusedByRegistry refusals) {
    this.decisions = decisions;
    this.proposals = proposals;
    this.ballots = ballots;
    this.signing = signing;
    this.mirror = mirror;
    this.refusals = refusals;
  }

  @GetMapping("/v1/decisions/{id}")
  @Transactional(readOnly = true)
  public View get(@PathVariable Bytes32 id) {
    DecisionRecord record = decisions.require(id);
    var votes = ballots.votes(id);
    return new View(
        id,
        record.state(),
        DecisionJson.write(record.decision()),
        proposals.signed(id).orElse(null),
        votes.all().stream()
            .filter(vote -> vote.approves())
            .map(vote -> vote.voter().value())
            .toList(),
        votes.all().stream()
            .filter(vote -> !vote.approves())
            .map(vote -> new Rejection(vote.voter().value(), vote.reason()))
            .toList(),
        proposals.reasons(id).map(ReasonsView::of).orElse(null),
        seats(signing.signers(id)),
        seats(signing.culprits(id).stream().map(SigningHistory.Culprit::seat).toList()),
        seats(signing.silent(id).stream().map(SigningHistory.Silent::seat).toList()),
        refusals.refusal(id).orElse(null),
        mirror.place(id).map(AnchorView::of).orElse(null),
        decisions.history(id).stream().map(Step::of).toList());
  }

  private static List<Integer> seats(List<SigningHistory.Seat> seats) {
    return seats.stream().map(seat -> seat.member().value()).distinct().toList();
  }

  /**
   * Everything about a decision.
   *
   * @param refusal the error with which the registry refuses a certificate that waits
   */
  public record View(
      Bytes32 id,
      DecisionState state,
      JsonObject decision,
      @Nullable Jws proposal,
      List<Integer> approvals,
      List<Rejection> rejections,
      @Nullable ReasonsView reasons,
      List<Integer> signers,
      List<Integer> culprits,
      List<Integer> silent,
      @Nullable String refusal,
      @Nullable AnchorView anchor,
      List<Step> history) {}

  record Rejection(int identifier, @Nullable String reason) {}

  record ReasonsView(String type, int length, Bytes32 hash) {
    static ReasonsView of(ReasonsDocument reasons) {
      return new ReasonsView(reasons.mediaType(), reasons.length(), reasons.hash());
    }
  }

  record Step(String state, Instant at, String detail) {
    static Step of(AuditStep step) {
      return new Step(step.step(), step.at(), step.detail());
    }
  }
}
