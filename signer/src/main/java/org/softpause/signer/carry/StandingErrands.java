package org.softpause.signer.carry;

import java.util.ArrayList;
import java.util.List;
import org.softpause.signer.ceremony.BulletinBoard;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.state.Choice;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Standing;
import org.softpause.signer.state.Verdict;

/** What a signer wants to know whenever somebody goes, whatever it asked for. */
public record StandingErrands(SignerState state, long now) {
  public List<Errand> list() {
    List<Errand> errands = new ArrayList<>();
    errands.add(Errand.get("/v1/registry"));
    errands.add(Errand.get("/v1/jurisdictions"));
    errands.add(Errand.get("/v1/committees"));
    errands.add(Errand.get("/v1/decisions?open=true&limit=100"));
    errands.add(Errand.get(LogReplay.path(0)));
    state.seats().stream()
        .filter(seat -> seat.standing() == Standing.UNDER_WAY)
        .map(Seat::ceremony)
        .forEach(ceremony -> errands.add(Errand.get(BulletinBoard.path(ceremony, 0))));
    state.verdicts().stream().filter(this::isPending).forEach(verdict -> add(errands, verdict));
    return errands.stream().distinct().toList();
  }

  private boolean isPending(Verdict verdict) {
    return verdict.choice() == Choice.APPROVE && now <= verdict.decision().anchorBy();
  }

  private void add(List<Errand> errands, Verdict verdict) {
    state.seats().stream()
        .flatMap(seat -> Membership.of(seat).stream())
        .filter(membership -> membership.rosterHash().equals(verdict.roster()))
        .map(
            membership ->
                "/v1/decisions/%s/signing-package?roster=%s&identifier=%d"
                    .formatted(verdict.id(), verdict.roster(), membership.self().value()))
        .forEach(path -> errands.add(Errand.get(path)));
  }
}
