package org.softpause.signer.watch;

import org.softpause.frost.FrostException;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.signer.ceremony.CeremonyProgress;
import org.softpause.signer.ceremony.CeremonySteps;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerStore;

/** Takes the steps that the ceremonies and repairs which an officer confirmed are waiting for. */
public final class CeremonyTask implements WatchTask {
  private final SignerStore store;
  private final CeremonySteps ceremonies;
  private final CeremonySteps repairs;
  private final ActivityLog activityLog;

  public CeremonyTask(
      SignerStore store, CeremonySteps ceremonies, CeremonySteps repairs, ActivityLog activityLog) {
    this.store = store;
    this.ceremonies = ceremonies;
    this.repairs = repairs;
    this.activityLog = activityLog;
  }

  @Override
  public void run() {
    for (CeremonySeat seat : store.read().seats()) {
      if (seat.status() == SeatStatus.UNDER_WAY) {
        advance(ceremonies, seat.ceremony(), "ceremony " + seat.ceremony());
      } else if (seat.status() == SeatStatus.REPAIRING) {
        advance(repairs, seat.ceremony(), "repair " + seat.ceremony());
      }
    }
  }

  private void advance(CeremonySteps steps, Bytes32 id, String subject) {
    try {
      switch (steps.advance(id)) {
        case CeremonyProgress.Sent sent -> activityLog.done(subject, "sent " + sent.type());
        case CeremonyProgress.Done done ->
            activityLog.done(subject, "complete, roster " + done.roster().hash());
        case CeremonyProgress.Dealt dealt ->
            activityLog.done(subject, "dealt for roster " + dealt.roster().hash());
        case CeremonyProgress.Repaired repaired ->
            activityLog.done(
                subject,
                (repaired.own() ? "share is here again, roster " : "helped, roster ")
                    + repaired.roster().hash());
        case CeremonyProgress.Waiting waiting -> {
          return;
        }
      }
    } catch (RuleViolation refused) {
      activityLog.refused(subject, refused.rule().slug(), refused.detail());
    } catch (FrostException refused) {
      activityLog.refused(subject, "threshold-signing", String.valueOf(refused.getMessage()));
    } catch (ServiceRefusal refused) {
      if (!refused.slug().equals(Rule.WRONG_PHASE.slug())) {
        activityLog.refused(subject, refused.slug(), String.valueOf(refused.getMessage()));
      }
    }
  }
}
