package org.softpause.signer.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.Membership;
import org.softpause.signer.words.CeremonyBriefing;

/**
 * Proposes a key ceremony: writes its plan, takes the proposer's seat, and opens the ceremony on
 * the bulletin board with the signed plan.
 */
public record PlanProposal(SignerContext context) {
  /**
   * Proposes a committee with a new key.
   *
   * @param members names of registered jurisdictions
   */
  public OperationReport newCommittee(
      String body, boolean civil, int threshold, List<String> members) {
    List<Member> seats = JurisdictionDirectory.fetch(context.service()).seats(members);
    return open(
        new CeremonyPlan(body, civil, threshold, seats, nonce(), context.now(), Optional.empty()));
  }

  /**
   * Proposes fresh shares of the same key for the same members.
   *
   * @param roster which committee; the only one in force here if none is named
   * @param names of the members who hand their shares on; everybody if none is named
   */
  public OperationReport refresh(Optional<Bytes32> roster, List<String> names) {
    SuccessionPlanner planner = planner(roster);
    return succeed(
        planner,
        CeremonyPurpose.REFRESH,
        planner.previous().minSigners(),
        planner.members(),
        names);
  }

  /**
   * Proposes other members or another threshold for the same key.
   *
   * @param roster which committee; the only one in force here if none is named
   * @param members names of all members of the committee to come
   * @param names of the members of today who hand their shares on; all who stay if none is named
   */
  public OperationReport reshare(
      Optional<Bytes32> roster, int threshold, List<String> members, List<String> names) {
    SuccessionPlanner planner = planner(roster);
    List<Member> seats =
        JurisdictionDirectory.fetch(context.service()).beside(planner.previous()).seats(members);
    return succeed(planner, CeremonyPurpose.RESHARE, threshold, seats, names);
  }

  private SuccessionPlanner planner(Optional<Bytes32> roster) {
    return SuccessionPlanner.of(context.store().read(), roster);
  }

  private OperationReport succeed(
      SuccessionPlanner planner,
      CeremonyPurpose purpose,
      int threshold,
      List<Member> members,
      List<String> names) {
    Succession succession =
        new Succession(purpose, planner.previous(), planner.handingOn(members, names));
    return open(
        new CeremonyPlan(
            planner.previous().body(),
            planner.previous().civil(),
            threshold,
            members,
            nonce(),
            context.now(),
            Optional.of(succession)));
  }

  private Bytes32 nonce() {
    byte[] nonce = new byte[Bytes32.LENGTH];
    context.random().nextBytes(nonce);
    return Bytes32.of(nonce);
  }

  private OperationReport open(CeremonyPlan plan) {
    BulletinBoard board = context.board();
    CeremonyParticipation participation =
        new CeremonyParticipation(context.store(), context.identity(), context.random(), board);
    List<String> page = page(context, plan);
    participation.takeSeat(plan, plan.fingerprint());
    board.open(participation.keepPlan(plan));
    List<String> lines = new ArrayList<>(page);
    lines.add("");
    lines.add("Read the fingerprint to all who take part over a channel that is not the service.");
    return new OperationReport(
        lines,
        new ObjectWriter()
            .bytes32("id", plan.id())
            .text("fingerprint", plan.fingerprint())
            .texts("page", page)
            .toJson());
  }

  /** The plan in plain words, as everybody reads it before taking part. */
  static List<String> page(SignerContext context, CeremonyPlan plan) {
    boolean knowsPrevious =
        context.store().read().memberships().stream()
            .map(Membership::rosterHash)
            .anyMatch(
                own ->
                    plan.succession()
                        .map(Succession::previousRoster)
                        .filter(own::equals)
                        .isPresent());
    String own = context.identity().publicIdentity().kid();
    return new CeremonyBriefing(plan, own, knowsPrevious).page();
  }
}
