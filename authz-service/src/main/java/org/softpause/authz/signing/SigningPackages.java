package org.softpause.authz.signing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.system.Problem;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the signing package that waits for a member's share. */
@Component
@Transactional(readOnly = true)
public class SigningPackages {
  private final SigningSessionRepository rows;
  private final SigningSessions sessions;
  private final Decisions decisions;

  SigningPackages(SigningSessionRepository rows, SigningSessions sessions, Decisions decisions) {
    this.rows = rows;
    this.sessions = sessions;
    this.decisions = decisions;
  }

  /**
   * The package that waits for a member's share; there is at most one.
   *
   * @param member null for the newest package that waits for anyone's share
   */
  public SigningPackageDocument awaiting(
      Bytes32 decision, Bytes32 roster, @Nullable Identifier member) {
    requireUnsigned(decisions.require(decision), roster);
    Optional<SigningSessionRow> session =
        member == null
            ? rows.open(decision, roster).stream().findFirst()
            : rows.awaiting(decision, roster, member.value());
    return session
        .map(sessions::offer)
        .orElseThrow(
            () ->
                Problem.NO_SIGNING_PACKAGE.because(
                    "no package of " + roster + " waits for this share"));
  }

  private void requireUnsigned(DecisionRecord decision, Bytes32 roster) {
    boolean signed =
        rows.signatures(decision.id()).stream()
            .anyMatch(signature -> signature.run().roster().equals(roster));
    if (signed || !decision.state().isBeforeCertificate()) {
      throw Problem.SIGNING_CLOSED.because("no share of " + roster + " is needed any more");
    }
  }
}
