package org.softpause.authz.committee.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.committee.Committee;
import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.json.JsonObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/committees} */
@RestController
class CommitteeApi {
  private final CommitteeDirectory committees;

  CommitteeApi(CommitteeDirectory committees) {
    this.committees = committees;
  }

  @GetMapping("/v1/committees")
  Page all() {
    Stream<View> seated = committees.all().stream().map(View::of);
    return new Page(
        Stream.concat(seated, committees.unannounced().stream().map(View::unannounced)).toList());
  }

  record Page(List<View> committees) {}

  /**
   * A committee: {@code id} is its roster's hash. An unannounced one has completed its ceremony and
   * holds no mandate by the final log.
   */
  record View(
      Bytes32 id,
      @Nullable MandateName mandate,
      @Nullable Long epoch,
      @Nullable Boolean unannounced,
      JsonObject roster) {
    static View of(Committee committee) {
      JsonObject roster = committee.roster().toJson();
      return new View(committee.id(), committee.mandate(), committee.epoch(), null, roster);
    }

    static View unannounced(Roster roster) {
      return new View(roster.hash(), null, null, true, roster.toJson());
    }
  }
}
