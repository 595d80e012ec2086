package org.softpause.signer.watch;

import org.softpause.frost.FrostException;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.signer.ceremony.Participation;
import org.softpause.signer.ceremony.Progress;
import org.softpause.signer.service.ServiceRefusal;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.state.Standing;

/** Takes the steps that ceremonies joined here are waiting for. */
public final class CeremonyRound implements Round {
  private final SignerStore store;
  private final Participation participation;
  private final Journal journal;

  public CeremonyRound(SignerStore store, Participation participation, Journal journal) {
    this.store = store;
    this.participation = participation;
    this.journal = journal;
  }

  @Override
  public void run() {
    store.read().seats().stream()
        .filter(seat -> seat.standing() == Standing.UNDER_WAY)
        .map(Seat::ceremony)
        .forEach(this::advance);
  }

  private void advance(Bytes32 id) {
    String subject = "ceremony " + id;
    try {
      switch (participation.advance(id)) {
        case Progress.Sent sent -> journal.done(subject, "sent " + sent.type());
        case Progress.Done done ->
            journal.done(subject, "complete, roster " + done.roster().hash());
        case Progress.Dealt dealt ->
            journal.done(subject, "dealt for roster " + dealt.roster().hash());
        case Progress.Waiting waiting -> {
          return;
        }
      }
    } catch (RuleViolation refused) {
      journal.refused(subject, refused.rule().slug(), refused.detail());
    } catch (FrostException refused) {
      journal.refused(subject, "threshold-signing", String.valueOf(refused.getMessage()));
    } catch (ServiceRefusal refused) {
      if (!refused.slug().equals(Rule.WRONG_PHASE.slug())) {
        journal.refused(subject, refused.slug(), String.valueOf(refused.getMessage()));
      }
    }
  }
}
