package org.softpause.authz.signing.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.signing.SigningHistory;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/decisions/{id}/signing}: every session with its documents, so that anyone can
 * recompute who is to blame.
 */
@RestController
class SigningHistoryApi {
  private final SigningHistory history;
  private final Decisions decisions;

  SigningHistoryApi(SigningHistory history, Decisions decisions) {
    this.history = history;
    this.decisions = decisions;
  }

  @GetMapping("/v1/decisions/{id}/signing")
  Page get(@PathVariable Bytes32 id) {
    decisions.require(id);
    var all = new All(history.attempts(id), history.silent(id), history.culprits(id));
    return new Page(history.groups(id).stream().map(all::of).toList());
  }

  /** The whole history of a decision, from which each group's part is taken. */
  private record All(
      List<SigningHistory.Attempt> attempts,
      List<SigningHistory.Silent> silent,
      List<SigningHistory.Culprit> culprits) {
    View of(SigningHistory.Group group) {
      Bytes32 roster = group.roster();
      return new View(
          roster,
          group.threshold(),
          group.signedIn() > 0,
          attempts.stream().filter(one -> one.roster().equals(roster)).map(Session::of).toList(),
          silent.stream()
              .filter(one -> one.seat().roster().equals(roster))
              .map(Silent::of)
              .toList(),
          culprits.stream()
              .filter(one -> one.seat().roster().equals(roster))
              .map(Culprit::of)
              .toList());
    }
  }

  record Page(List<View> groups) {}

  record View(
      Bytes32 roster,
      int threshold,
      boolean signed,
      List<Session> sessions,
      List<Silent> silent,
      List<Culprit> culprits) {}

  record Session(
      int number,
      @JsonProperty("package") Bytes32 packageHash,
      Instant openedAt,
      List<Integer> members,
      List<Integer> missing,
      List<Jws> sources,
      List<Jws> shares) {
    static Session of(SigningHistory.Attempt one) {
      return new Session(
          one.number(),
          one.packageHash(),
          one.openedAt(),
          values(one.members()),
          values(one.missing()),
          one.sources(),
          one.shares());
    }

    private static List<Integer> values(List<Identifier> members) {
      return members.stream().map(Identifier::value).toList();
    }
  }

  record Silent(int identifier, int session, Instant since) {
    static Silent of(SigningHistory.Silent one) {
      return new Silent(one.seat().member().value(), one.session(), one.since());
    }
  }

  record Culprit(int identifier, int session, Jws share) {
    static Culprit of(SigningHistory.Culprit one) {
      return new Culprit(one.seat().member().value(), one.session(), one.share());
    }
  }
}
