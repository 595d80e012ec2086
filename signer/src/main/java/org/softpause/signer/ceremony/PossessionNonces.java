package org.softpause.signer.ceremony;

import java.security.SecureRandom;
import java.util.Optional;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.CeremonyParticipant;
import org.softpause.protocol.ceremony.CeremonyStep;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.release.SessionShare;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Nonce;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;

/** The two steps of the proof of possession that use nonces; each is one change of the state. */
final class PossessionNonces {
  private PossessionNonces() {}

  static SignerStore.Step<Jws> commit(
      SignerState state,
      CeremonySeat seat,
      CeremonyParticipant member,
      Roster roster,
      SecureRandom random) {
    KeyPackage key = seat.key(roster).orElseThrow();
    SigningNonces nonces = RoundOne.commit(key.signingShare(), random);
    NonceLedger ledger = state.ledger();
    Jws message =
        member.possessionCommitment(
            roster, new NonceCommitment(ledger.nextNumber(), nonces.commitments()));
    NonceLedger after = ledger.issue(roster.possession().message(), roster.hash(), nonces);
    return new SignerStore.Step<>(
        state.withSeat(seat.withSent(message)).withLedger(after), message);
  }

  static SignerStore.Step<Jws> sign(
      SignerState state,
      CeremonySeat seat,
      CeremonyParticipant member,
      CeremonyStep.SignPossession step,
      SecureRandom random) {
    Roster roster = step.roster();
    Bytes32 subject = roster.possession().message();
    Nonce nonce =
        asked(
            state.ledger(),
            subject,
            roster.hash(),
            step.possessionPackage().commitmentsOf(seat.self()));
    SessionShare session =
        new SessionShare(
            subject,
            roster,
            step.possessionPackage().signingPackage(),
            step.possessionPackage().hash());
    SessionShare.Finished finished =
        session.finish(
            state.ledger(),
            nonce,
            seat.key(roster).orElseThrow(),
            random,
            (share, next) -> member.possessionShare(step.possessionPackage(), share, next));
    return new SignerStore.Step<>(
        state.withSeat(seat.withSent(finished.message())).withLedger(finished.ledger()),
        finished.message());
  }

  /**
   * The outstanding nonce whose commitment the session's package holds as ours. Which commitments
   * make a session follows from the order on the board, so a board that changes the order asks for
   * a nonce that has served.
   */
  private static Nonce asked(
      NonceLedger ledger, Bytes32 subject, Bytes32 roster, Optional<SigningCommitments> own) {
    return ledger.nonces().stream()
        .filter(nonce -> nonce.isFor(subject, roster) && !nonce.burned())
        .filter(nonce -> own.equals(Optional.of(nonce.nonces().commitments())))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.COMMITMENT_BURNED,
                    "the board asks for a share with a commitment that has served or is not ours: it"
                        + " shows the messages in another order than before"));
  }
}
