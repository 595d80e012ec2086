package org.softpause.agent.report;

import org.softpause.agent.plan.OperatorFormat;
import org.softpause.agent.state.ShortHash;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.registry.Certificate;

/** Describes a certificate that waits to be anchored, so that an operator can prepare for it. */
final class AnnouncementDescription {
  private AnnouncementDescription() {}

  static String of(Certificate certificate) {
    return "%s %s is certified and can be anchored until %s; it moves no capacity before"
        .formatted(
            kind(certificate.decision()),
            ShortHash.of(certificate.id()),
            OperatorFormat.time(certificate.decision().anchorBy()));
  }

  private static String kind(Decision decision) {
    return switch (decision) {
      case Pause pause ->
          (pause.drill() ? "drill to " : "pause to ") + OperatorFormat.percent(pause.ceilingBps());
      case Lift lift -> "lift";
      case Withdraw withdraw -> "withdrawal for slot " + withdraw.slot();
      case Renew renew -> "renewal";
      case Rotate rotate -> "rotation";
    };
  }
}
