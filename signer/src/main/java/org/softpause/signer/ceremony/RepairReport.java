package org.softpause.signer.ceremony;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.words.SafeText;

/** Reports the end of a repair to its officer, with what has to be done next. */
final class RepairReport {
  private RepairReport() {}

  static OperationReport of(Bytes32 repair, CeremonyProgress end) {
    if (!(end instanceof CeremonyProgress.Repaired repaired)) {
      throw new IllegalArgumentException("a repair does not end like this");
    }
    String body = SafeText.line(repaired.roster().body());
    return new OperationReport(
        repaired.own()
            ? List.of(
                "Your share in “" + body + "” is here again and matches the roster.",
                "The lost store must never sign again. Make a backup now: signer backup FILE.",
                "Check the registry, if none is pinned: signer check-deployment.")
            : List.of(
                "You have helped in “" + body + "”; your part of the repair is over.",
                "Your own share and your backup stay as they are."),
        new ObjectWriter()
            .bytes32("repair", repair)
            .bytes32("roster", repaired.roster().hash())
            .text("role", repaired.own() ? "repaired" : "helper")
            .toJson());
  }
}
