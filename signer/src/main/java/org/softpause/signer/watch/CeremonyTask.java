package org.softpause.signer.watch;

import org.softpause.frost.FrostException;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.signer.ceremony.CeremonyParticipation;
import org.softpause.signer.ceremony.CeremonyProgress;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerStore;

/** Takes the steps that the ceremonies joined here are waiting for. */
public final class CeremonyTask implements WatchTask {
  private final SignerStore store;
  private final CeremonyParticipation participation;
  private final ActivityLog activityLog;

  public CeremonyTask(
      SignerStore store, CeremonyParticipation participation, ActivityLog activityLog) {
    this.store = store;
    this.participation = participation;
    this.activityLog = activityLog;
  }

  @Override
  public void run() {
    store.read().seats().stream()
        .filter(seat -> seat.status() == SeatStatus.UNDER_WAY)
        .map(CeremonySeat::ceremony)
        .forEach(this::advance);
  }

  private void advance(Bytes32 id) {
    String subject = "ceremony " + id;
    try {
      switch (participation.advance(id)) {
        case CeremonyProgress.Sent sent -> activityLog.done(subject, "sent " + sent.type());
        case CeremonyProgress.Done done ->
            activityLog.done(subject, "complete, roster " + done.roster().hash());
        case CeremonyProgress.Dealt dealt ->
            activityLog.done(subject, "dealt for roster " + dealt.roster().hash());
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
