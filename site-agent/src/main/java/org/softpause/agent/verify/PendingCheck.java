package org.softpause.agent.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.softpause.agent.state.ShortHash;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
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
  /** How far the agent's clock and the chain's may differ, in seconds. */
  static final long SKEW_SECONDS = 60;

  private final Set<Bytes32> anchored;
  private final long now;
  private final List<UnprovenEntry> claims = new ArrayList<>();
  private final List<Certificate> announced = new ArrayList<>();
  private final List<VerdictNote> notes = new ArrayList<>();
  private RegistryState state;

  PendingCheck(VerifiedLog log, long now) {
    this.anchored = log.ids();
    this.state = log.registry();
    this.now = now;
  }

  /**
   * What the pending certificates come to.
   *
   * @param claims the certificates with an anchoring time, which may lower if the time can be true
   * @param announced the certificates without one, which move no capacity
   * @param notes the certificates that are held back or can no longer be anchored
   */
  record Result(List<UnprovenEntry> claims, List<Certificate> announced, List<VerdictNote> notes) {}

  /**
   * Verifies the pending certificates.
   *
   * @throws org.softpause.protocol.RuleViolation the first rule that a certificate breaks
   */
  Result check(List<PendingCertificate> pending) {
    for (PendingCertificate each : pending) {
      if (!anchored.contains(each.certificate().id())) {
        check(each);
      }
    }
    return new Result(List.copyOf(claims), List.copyOf(announced), List.copyOf(notes));
  }

  private void check(PendingCertificate pending) {
    Certificate certificate = pending.certificate();
    if (pending.anchoredAt().isPresent()) {
      long claimed = pending.anchoredAt().getAsLong();
      state = state.apply(new LogEntry(state.sequence() + 1, claimed, certificate));
      claims.add(new UnprovenEntry(certificate, Assurance.CERTIFIED, now, claimed));
    } else if (canBeAnchored(certificate)) {
      state.check(certificate, withinItsValidity(certificate.decision()));
      announced.add(certificate);
    } else {
      return;
    }
    if (certificate.decision() instanceof Lift) {
      notes.add(
          new VerdictNote(
              Rule.LIFT_NOT_PROVEN,
              "lift "
                  + ShortHash.of(certificate.id())
                  + " is not in the proven log, so it raises nothing"));
    }
  }

  /**
   * Whether the registry could still anchor the decision. One that it could not is ignored with a
   * note, because it moves nothing and the rest of the token must not be lost with it.
   */
  private boolean canBeAnchored(Certificate certificate) {
    Decision decision = certificate.decision();
    try {
      state.checkDecision(decision, withinItsValidity(decision));
      return true;
    } catch (RuleViolation e) {
      notes.add(
          new VerdictNote(
              e.rule(),
              "decision "
                  + ShortHash.of(certificate.id())
                  + " cannot be anchored now, so it is ignored: "
                  + e.detail()));
      return false;
    }
  }

  /**
   * Clamps the clock into the validity, which it may miss by at most {@link #SKEW_SECONDS}. Further
   * off the clock's own reading counts.
   */
  private long withinItsValidity(Decision decision) {
    long clamped = Math.clamp(now, decision.proposedAt(), decision.anchorBy());
    return Math.abs(now - clamped) <= SKEW_SECONDS ? clamped : now;
  }
}
