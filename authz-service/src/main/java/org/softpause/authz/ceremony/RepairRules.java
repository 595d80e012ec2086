package org.softpause.authz.ceremony;

import java.time.Clock;
import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.springframework.stereotype.Component;

/** What the board checks of a repair beside its protocol: the roster, and the time. */
@Component
class RepairRules {
  private final CommitteeDirectory committees;
  private final Clock clock;

  RepairRules(CommitteeDirectory committees, Clock clock) {
    this.committees = committees;
    this.clock = clock;
  }

  /**
   * Refuses the repair of a roster that no ceremony here has made, or one that is over already.
   *
   * @throws RuleViolation {@link Rule#WRONG_ROSTER} or {@link Rule#REPAIR_EXPIRED}
   */
  void requireServed(Ceremony opened) {
    if (opened.opening() instanceof RepairRequest request) {
      committees.roster(request.roster().hash());
      requireInTime(opened);
    }
  }

  /**
   * Refuses a message that comes too late. Once all sums are in, the member may still complete the
   * repair, since nobody else is needed for that.
   *
   * @throws RuleViolation {@link Rule#REPAIR_EXPIRED}
   */
  void requireInTime(Ceremony before) {
    if (before.opening() instanceof RepairRequest request
        && before.phase() != CeremonyPhase.REPAIR_REBUILD
        && clock.instant().getEpochSecond() > request.expiresAt()) {
      throw new RuleViolation(
          Rule.REPAIR_EXPIRED, "the repair could be helped until " + request.expiresAt());
    }
  }
}
