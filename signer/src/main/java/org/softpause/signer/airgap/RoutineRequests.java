package org.softpause.signer.airgap;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;

/** The requests that every file for the carrier has, whatever the commands asked for. */
public record RoutineRequests(SignerState state, long now) {
  public List<CarriedRequest> list() {
    List<CarriedRequest> requests = new ArrayList<>();
    requests.add(CarriedRequest.get("/v1/registry"));
    requests.add(CarriedRequest.get("/v1/jurisdictions"));
    requests.add(CarriedRequest.get("/v1/committees"));
    requests.add(CarriedRequest.get("/v1/decisions?open=true&limit=100"));
    requests.add(CarriedRequest.get(LogReplay.path(0)));
    state.seats().stream()
        .filter(CeremonySeat::isOnBoard)
        .map(CeremonySeat::ceremony)
        .forEach(ceremony -> requests.add(CarriedRequest.get(BulletinBoard.path(ceremony, 0))));
    state.seats().stream()
        .filter(seat -> seat.status() == SeatStatus.SHARE_LOST)
        .flatMap(seat -> seat.roster().stream())
        .map(roster -> "/v1/committees/" + roster.hash() + "/commitments")
        .forEach(path -> requests.add(CarriedRequest.get(path)));
    state.ballots().stream()
        .filter(this::isPending)
        .forEach(ballotRecord -> add(requests, ballotRecord));
    return requests.stream().distinct().toList();
  }

  private boolean isPending(BallotRecord ballotRecord) {
    return ballotRecord.choice() == BallotChoice.APPROVE
        && now <= ballotRecord.decision().anchorBy();
  }

  private void add(List<CarriedRequest> requests, BallotRecord ballotRecord) {
    state.seats().stream()
        .flatMap(seat -> Membership.of(seat).stream())
        .filter(membership -> membership.rosterHash().equals(ballotRecord.roster()))
        .map(
            membership ->
                "/v1/decisions/%s/signing-package?roster=%s&identifier=%d"
                    .formatted(ballotRecord.id(), ballotRecord.roster(), membership.self().value()))
        .forEach(path -> requests.add(CarriedRequest.get(path)));
  }
}
