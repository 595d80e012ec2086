package org.softpause.authz.committee.web;

import java.util.List;
import org.softpause.authz.committee.Committee;
import org.softpause.authz.committee.Committees;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.json.JsonObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/committees} */
@RestController
class CommitteeApi {
  private final Committees committees;

  CommitteeApi(Committees committees) {
    this.committees = committees;
  }

  @GetMapping("/v1/committees")
  Page all() {
    return new Page(committees.all().stream().map(View::of).toList());
  }

  record Page(List<View> committees) {}

  /** A committee: {@code id} is its roster's hash. */
  record View(Bytes32 id, MandateName mandate, long epoch, JsonObject roster) {
    static View of(Committee committee) {
      return new View(
          committee.id(), committee.mandate(), committee.epoch(), committee.roster().toJson());
    }
  }
}
