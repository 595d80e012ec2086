package org.softpause.signer.ceremony;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.Hex;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.words.SafeText;

/** Reports the end of a ceremony to its officer, with what has to be done next. */
final class CeremonyReport {
  private CeremonyReport() {}

  static OperationReport of(CeremonyPlan plan, CeremonyProgress end, SignerState after) {
    return switch (end) {
      case CeremonyProgress.Done done -> report(plan, done.roster(), true, standing(plan, after));
      case CeremonyProgress.Dealt dealt -> report(plan, dealt.roster(), false, SeatStatus.ENDED);
      case CeremonyProgress.Repaired other -> throw new IllegalArgumentException("a repair");
      case CeremonyProgress.Sent other -> throw new IllegalArgumentException("not at its end");
      case CeremonyProgress.Waiting other -> throw new IllegalArgumentException("not at its end");
    };
  }

  private static SeatStatus standing(CeremonyPlan plan, SignerState after) {
    return after.seat(plan.id()).map(CeremonySeat::status).orElse(SeatStatus.ENDED);
  }

  private static OperationReport report(
      CeremonyPlan plan, Roster roster, boolean member, SeatStatus standing) {
    String key = Hex.encode(roster.groupKey().encode());
    List<String> lines = new ArrayList<>();
    lines.add(
        "The committee “%s” is complete: %d of %d."
            .formatted(SafeText.line(plan.body()), plan.minSigners(), plan.members().size()));
    lines.add("Group key   " + key);
    lines.add("Roster hash " + roster.hash());
    lines.addAll(next(plan.purpose(), member));
    return new OperationReport(
        lines,
        new ObjectWriter()
            .bytes32("ceremony", plan.id())
            .text("purpose", plan.purpose().word())
            .text("groupKey", key)
            .bytes32("roster", roster.hash())
            .text("role", member ? "member" : "dealer")
            .flag("inForce", standing == SeatStatus.IN_FORCE)
            .toJson());
  }

  private static List<String> next(CeremonyPurpose purpose, boolean member) {
    if (!member) {
      return List.of(
          "You have handed your share on. Your own still signs until the Rotate is final;",
          "then settle, or watch, destroys it here. You must destroy the copies in old backups.");
    }
    return switch (purpose) {
      case NEW -> List.of("Make a backup now: signer backup FILE.");
      case REFRESH ->
          List.of(
              "The earlier shares are destroyed here. Make a backup now: signer backup FILE,",
              "then destroy the old one. Open decisions need to be approved again.");
      case RESHARE ->
          List.of(
              "The new share signs nothing until a Rotate with this roster is final; make a backup",
              "now: signer backup FILE.");
    };
  }
}
