package org.softpause.signer.command;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.committee.CeremonyPlan;
import org.softpause.protocol.committee.Succession;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ceremony.BulletinBoard;
import org.softpause.signer.ceremony.Participation;
import org.softpause.signer.state.Membership;
import org.softpause.signer.words.CeremonyWords;

/** Takes the proposer's seat, signs the plan, puts it on the board and shows it in plain words. */
final class PlanOnBoard {
  private PlanOnBoard() {}

  static Report open(Workspace workspace, CeremonyPlan plan) {
    BulletinBoard board = new BulletinBoard(workspace.service());
    Participation participation =
        new Participation(workspace.store(), workspace.identity(), workspace.random(), board);
    List<String> page = page(workspace, plan);
    participation.takeSeat(plan, plan.fingerprint());
    board.open(participation.keepPlan(plan));
    List<String> lines = new ArrayList<>(page);
    lines.add("");
    lines.add("Read the fingerprint to all who take part over a channel that is not the service.");
    return new Report(
        lines,
        new ObjectWriter()
            .bytes32("id", plan.id())
            .text("fingerprint", plan.fingerprint())
            .texts("page", page)
            .toJson());
  }

  /** What whoever takes part reads before. */
  static List<String> page(Workspace workspace, CeremonyPlan plan) {
    boolean known =
        workspace.store().read().seats().stream()
            .flatMap(seat -> Membership.of(seat).stream())
            .anyMatch(
                own ->
                    plan.succession()
                        .map(Succession::previousRoster)
                        .filter(own.rosterHash()::equals)
                        .isPresent());
    String own = workspace.identity().publicIdentity().kid();
    return new CeremonyWords(plan, own, known).page();
  }
}
