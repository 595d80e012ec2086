package org.softpause.agent.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.token.Assurance;
import org.softpause.protocol.token.PendingCertificate;

/**
 * Step 2 of the protocol's section "Token", applied to the certificates that are not final yet.
 * Those with an anchoring time are verified as the next entries of the log, in order, and the
 * others as if anchored now.
 */
final class PendingCheck {
  private final Set<Bytes32> anchored;
  private final long now;
  private RegistryState state;

  PendingCheck(VerifiedLog log, long now) {
    this.anchored = log.ids();
    this.state = log.registry();
    this.now = now;
  }

  /**
   * Verifies the pending certificates and returns them as entries that may lower the ceiling.
   *
   * @throws org.softpause.protocol.RuleViolation the first rule that a certificate breaks
   */
  List<UnprovenEntry> check(List<PendingCertificate> pending) {
    List<UnprovenEntry> seen = new ArrayList<>();
    for (PendingCertificate each : pending) {
      if (!anchored.contains(each.certificate().id())) {
        seen.add(check(each));
      }
    }
    return seen;
  }

  private UnprovenEntry check(PendingCertificate pending) {
    Certificate certificate = pending.certificate();
    if (pending.anchoredAt().isPresent()) {
      long claimed = pending.anchoredAt().getAsLong();
      state = state.apply(new LogEntry(state.sequence() + 1, claimed, certificate));
      return UnprovenEntry.anchored(certificate, Assurance.CERTIFIED, now, claimed);
    }
    state.check(certificate, withinItsValidity(certificate));
    return UnprovenEntry.unanchored(certificate, now);
  }

  /**
   * Clamps the clock into the validity, because it may differ from the chain's by a few seconds.
   */
  private long withinItsValidity(Certificate certificate) {
    return Math.clamp(now, certificate.decision().proposedAt(), certificate.decision().anchorBy());
  }
}
