package org.softpause.signer.ceremony;

import java.security.SecureRandom;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
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
    Nonce nonce = outstanding(state.ledger(), subject, roster.hash());
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

  private static Nonce outstanding(NonceLedger ledger, Bytes32 subject, Bytes32 roster) {
    return ledger.nonces().stream()
        .filter(nonce -> nonce.isFor(subject, roster) && !nonce.burned())
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.COMMITMENT_BURNED, "no commitment for the proof of possession is left"));
  }
}
