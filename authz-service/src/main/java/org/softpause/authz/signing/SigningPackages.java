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

/** What the members of a group are asked to sign. */
@Component
@Transactional(readOnly = true)
public class SigningPackages {
  private final SigningSessionRepository rows;
  private final SigningSessions sessions;
  private final Decisions book;

  SigningPackages(SigningSessionRepository rows, SigningSessions sessions, Decisions book) {
    this.rows = rows;
    this.sessions = sessions;
    this.book = book;
  }

  /**
   * The one package that waits for a member's share.
   *
   * @param member nobody for the newest package that waits for anyone
   */
  public SigningPackageDocument awaiting(
      Bytes32 decision, Bytes32 roster, @Nullable Identifier member) {
    requireUnsigned(book.require(decision), roster);
    Optional<SigningSessionRow> session =
        member == null
            ? rows.open(decision, roster).stream().findFirst()
            : rows.awaiting(decision, roster, member.value());
    return session
        .map(sessions::offer)
        .orElseThrow(() -> Problem.NO_SIGNING_PACKAGE.because("no share is awaited of " + roster));
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
