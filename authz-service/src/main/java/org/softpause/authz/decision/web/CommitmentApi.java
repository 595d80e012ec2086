package org.softpause.authz.decision.web;

import java.util.List;
import org.softpause.authz.decision.CommitmentNumbers;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/committees/{roster}/commitments}: the highest commitment number of each member with
 * its signed document, so that a signer restored from an old copy notices.
 */
@RestController
class CommitmentApi {
  private final CommitmentNumbers commitments;

  CommitmentApi(CommitmentNumbers commitments) {
    this.commitments = commitments;
  }

  @GetMapping("/v1/committees/{roster}/commitments")
  Page highest(@PathVariable Bytes32 roster) {
    return new Page(commitments.highest(roster).stream().map(View::of).toList());
  }

  record Page(List<View> commitments) {}

  record View(int identifier, long number, Jws document) {
    static View of(CommitmentNumbers.Highest one) {
      return new View(one.member().value(), one.number(), one.document());
    }
  }
}
