package org.softpause.signer.ceremony;

import java.util.List;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.OfficerConfirmation;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;

/** What an officer does to help a fellow member whose share is lost. */
public record RepairHelping(SignerContext context) {
  /** Describes a repair in plain words. */
  public OperationReport show(Bytes32 id) {
    Ceremony seen = context.board().read(id);
    RepairRequest request = RepairParticipation.request(seen);
    List<String> page = RepairAsking.page(context, request);
    return new OperationReport(
        page,
        new ObjectWriter()
            .bytes32("id", id)
            .text("phase", seen.phase().name())
            .texts("page", page)
            .toJson());
  }

  /**
   * Helps to the end, or goes on where an earlier call stopped; then the officer is not asked
   * again.
   *
   * @param member the name of the member who called
   * @param fingerprint as that member read it
   * @throws RuleViolation FINGERPRINT_MISMATCH, CONFIRMATION_MISMATCH for another member's request,
   *     WRONG_ROSTER if no share of that committee is here, WRONG_ROLE if this signer is not asked,
   *     REPAIR_EXPIRED, or what ends the repair
   */
  public OperationReport help(
      Bytes32 id,
      String member,
      String fingerprint,
      OfficerConfirmation confirmation,
      CeremonyFollowing following) {
    Ceremony seen = context.board().read(id);
    RepairRequest request = RepairParticipation.request(seen);
    CeremonyParticipation.requireFingerprint(request, fingerprint);
    requireName(request, member);
    if (context.store().read().seat(id).isEmpty()) {
      requireOpen(seen, request);
      requireAsked(context.store().read(), request);
      confirmation.require("help", id, RepairAsking.page(context, request));
      takeSeat(request);
    }
    return RepairReport.of(
        id, following.untilEnd(RepairParticipation.of(context), id, "the repair"));
  }

  private static void requireName(RepairRequest request, String member) {
    String lost = request.roster().member(request.identifier()).name();
    if (!lost.equals(member)) {
      throw new RuleViolation(
          Rule.CONFIRMATION_MISMATCH,
          "the request is that of " + lost + ", who must have called you");
    }
  }

  private void requireOpen(Ceremony seen, RepairRequest request) {
    RepairParticipation.requireInTime(request, context.now());
    if (seen.phase() != CeremonyPhase.REPAIR_CONSENT) {
      throw new RuleViolation(
          Rule.WRONG_PHASE, "nobody can begin to help any more: the repair is in " + seen.phase());
    }
  }

  private static Membership requireAsked(SignerState state, RepairRequest request) {
    Membership own = RepairParticipation.membership(state, request);
    if (!request.isHelper(own.self())) {
      throw new RuleViolation(Rule.WRONG_ROLE, "the request does not ask this signer to help");
    }
    return own;
  }

  private void takeSeat(RepairRequest request) {
    Seed seed = Seed.generate(context.random());
    context
        .store()
        .change(
            state ->
                state.seat(request.id()).isPresent()
                    ? state
                    : state.withSeat(
                        CeremonySeat.repairing(
                            request.id(),
                            requireAsked(state, request).self(),
                            RepairParticipation.kept(seed),
                            request.roster().hash())));
  }
}
