package org.softpause.signer.command;

import java.util.List;
import org.softpause.protocol.committee.CeremonyPlan;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ceremony.BulletinBoard;
import org.softpause.signer.ceremony.Participation;

/** Takes the proposer's seat, signs the plan and puts it on the board. */
final class PlanOnBoard {
  private PlanOnBoard() {}

  static Report open(Workspace workspace, CeremonyPlan plan) {
    BulletinBoard board = new BulletinBoard(workspace.service());
    Participation participation =
        new Participation(workspace.store(), workspace.identity(), workspace.random(), board);
    participation.takeSeat(plan, plan.fingerprint());
    board.open(participation.keepPlan(plan));
    return new Report(
        List.of(
            "Ceremony    " + plan.id(),
            "Fingerprint " + plan.fingerprint(),
            "Read the fingerprint to all who take part over a channel that is not the service."),
        new ObjectWriter()
            .bytes32("id", plan.id())
            .text("fingerprint", plan.fingerprint())
            .toJson());
  }
}
