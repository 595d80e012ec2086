package org.softpause.signer.ceremony;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyParticipant;
import org.softpause.protocol.ceremony.CeremonyStep;
import org.softpause.protocol.ceremony.document.CeremonyOpening;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/** Takes part in key ceremonies for one signer, one step at a time. */
public final class CeremonyParticipation implements CeremonySteps {
  private final SignerStore store;
  private final Identity identity;
  private final SecureRandom random;
  private final BulletinBoard board;

  public CeremonyParticipation(
      SignerStore store, Identity identity, SecureRandom random, BulletinBoard board) {
    this.store = store;
    this.identity = identity;
    this.random = random;
    this.board = board;
  }

  /**
   * Takes a seat after the fingerprint was compared outside the service; a seat that was taken
   * before stays as it is.
   *
   * @param fingerprint in any spelling: spaces and case do not matter
   * @throws RuleViolation FINGERPRINT_MISMATCH, NOT_A_MEMBER, or WRONG_ROSTER for a plan that
   *     succeeds another committee than the one whose share is in force here, or REFRESH_UNDER_WAY
   */
  public void takeSeat(CeremonyPlan plan, String fingerprint) {
    requireFingerprint(plan, fingerprint);
    Seed seed = Seed.generate(random);
    byte[] secret = seed.exposeSecretBytes();
    SecretBytes kept = SecretBytes.copyOf(secret);
    Arrays.fill(secret, (byte) 0);
    store.change(
        state -> {
          if (state.seat(plan.id()).isPresent()) {
            return state;
          }
          PreviousCommittee.requireInForce(state, plan);
          PreviousCommittee.requireOnlyRefresh(state, plan);
          CeremonyParticipant member = member(state, plan, seed);
          PreviousCommittee.requireShare(state, plan, member.identifier());
          Optional<Bytes32> before = plan.succession().map(Succession::previousRoster);
          return state.withSeat(CeremonySeat.taken(plan.id(), member.identifier(), kept, before));
        });
  }

  /**
   * Refuses a plan or a request with another fingerprint.
   *
   * @throws RuleViolation FINGERPRINT_MISMATCH
   */
  public static void requireFingerprint(CeremonyOpening shown, String fingerprint) {
    if (!normal(shown.fingerprint()).equals(normal(fingerprint))) {
      throw new RuleViolation(
          Rule.FINGERPRINT_MISMATCH, "what is shown has fingerprint " + shown.fingerprint());
    }
  }

  private static String normal(String fingerprint) {
    return fingerprint.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  /** The plan of a seat taken here, signed and stored, as the proposer posts it. */
  public Jws keepPlan(CeremonyPlan plan) {
    CeremonySeat seat = seat(store.read(), plan.id());
    Jws signed = seat.sent(CeremonyPlan.TYPE).orElseGet(() -> identity.sign(plan.toJson()));
    return keepSent(seat, signed);
  }

  @Override
  public CeremonyProgress advance(Bytes32 id) {
    CeremonySeat before = seat(store.read(), id);
    if (before.status() != SeatStatus.UNDER_WAY) {
      return outcome(before);
    }
    Ceremony seen = board.read(id);
    // Read after the board: another command of this signer may have stored and posted in between.
    CeremonySeat seat = seat(store.read(), id);
    if (seat.status() != SeatStatus.UNDER_WAY) {
      return outcome(seat);
    }
    try {
      return advance(seat, seen);
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.CEREMONY_ABORTED) {
        forget(id);
      }
      throw refused;
    }
  }

  private CeremonyProgress advance(CeremonySeat seat, Ceremony seen) {
    CeremonyParticipant member = member(seen.plan(), seat);
    return switch (member.next(seen, seat.sent())) {
      case CeremonyStep.Send send -> post(seat, keepSent(seat, send.message()));
      case CeremonyStep.KeepShare keep ->
          post(seat, keep.confirmOnceDurable((key, sent) -> keepShare(seat, key, sent)));
      case CeremonyStep.CommitPossession commit ->
          post(seat, commit(seat, member, commit.roster()));
      case CeremonyStep.SignPossession sign -> post(seat, sign(seat, member, sign));
      case CeremonyStep.Wait wait -> CeremonyProgress.waiting(seen, wait.waitingFor());
      case CeremonyStep.Dealt dealt -> handedOn(seat, dealt.roster());
      case CeremonyStep.Done done -> complete(seat, seen.plan().purpose(), done.roster());
    };
  }

  /** The outcome of a ceremony that has ended for this signer. */
  private static CeremonyProgress outcome(CeremonySeat seat) {
    Roster roster =
        seat.roster()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.CEREMONY_ABORTED, "ceremony " + seat.ceremony() + " was aborted"));
    return seat.self().value() <= roster.members().size()
        ? new CeremonyProgress.Done(roster)
        : new CeremonyProgress.Dealt(roster);
  }

  /**
   * Ends the seat of an aborted ceremony, unless this signer has signed the roster. In that case
   * the others may hold a complete ceremony that the service does not show here, so the share is
   * kept; it signs nothing.
   */
  private void forget(Bytes32 id) {
    store.change(
        state -> {
          CeremonySeat now = seat(state, id);
          return now.sent(Roster.TYPE).isEmpty() ? state.withEnded(now) : state;
        });
  }

  private CeremonyProgress handedOn(CeremonySeat seat, Roster roster) {
    store.change(
        state ->
            state.withEnded(
                seat(state, seat.ceremony()).completed(roster, roster.hash(), SeatStatus.ENDED)));
    return new CeremonyProgress.Dealt(roster);
  }

  private CeremonyProgress post(CeremonySeat seat, Jws message) {
    board.post(seat.ceremony(), message);
    return CeremonyProgress.sent(message.unverified().type());
  }

  /**
   * Stores a message before it is posted. A message that is stored already goes through the store
   * too, because a message that leaves must be sure to stay.
   */
  private Jws keepSent(CeremonySeat seat, Jws message) {
    store.change(
        state -> {
          requireUnchanged(state, seat);
          return seat.sent().contains(message) ? state : state.withSeat(seat.withSent(message));
        });
    return message;
  }

  private void keepShare(CeremonySeat seat, KeyPackage key, Jws confirmation) {
    byte[] share = key.signingShare().exposeSecretBytes();
    SecretBytes secret = SecretBytes.copyOf(share);
    Arrays.fill(share, (byte) 0);
    change(seat, now -> now.withSigningShare(secret).withSent(confirmation));
  }

  private Jws commit(CeremonySeat seat, CeremonyParticipant member, Roster roster) {
    return store.commit(
        state -> {
          requireUnchanged(state, seat);
          return PossessionNonces.commit(state, seat, member, roster, random);
        });
  }

  private Jws sign(
      CeremonySeat seat, CeremonyParticipant member, CeremonyStep.SignPossession sign) {
    return store.commit(
        state -> {
          requireUnchanged(state, seat);
          return PossessionNonces.sign(state, seat, member, sign, random);
        });
  }

  private CeremonyProgress complete(CeremonySeat seat, CeremonyPurpose purpose, Roster roster) {
    store.change(
        state -> {
          CeremonySeat now = seat(state, seat.ceremony());
          return now.status() == SeatStatus.UNDER_WAY
              ? PreviousCommittee.complete(state, now, purpose, roster)
              : state;
        });
    return CeremonyProgress.done(roster);
  }

  private void change(CeremonySeat seen, UnaryOperator<CeremonySeat> change) {
    store.change(
        state -> {
          requireUnchanged(state, seen);
          return state.withSeat(change.apply(seen));
        });
  }

  /** Refuses a step that was computed from an older state of the seat than the store has now. */
  private static void requireUnchanged(SignerState state, CeremonySeat seen) {
    CeremonySeat now = seat(state, seen.ceremony());
    if (now.status() != seen.status() || !now.sent().equals(seen.sent())) {
      throw new StoreException(
          StoreProblem.BUSY, "another command has just taken a step of this ceremony");
    }
  }

  private static CeremonySeat seat(SignerState state, Bytes32 id) {
    return state
        .seat(id)
        .orElseThrow(
            () -> new RuleViolation(Rule.WRONG_CEREMONY, "no seat was taken in ceremony " + id));
  }

  private CeremonyParticipant member(CeremonyPlan plan, CeremonySeat seat) {
    byte[] secret = seat.seed().orElseThrow().exposeSecretBytes();
    Seed seed = Seed.fromSecretBytes(secret);
    Arrays.fill(secret, (byte) 0);
    return member(store.read(), plan, seed);
  }

  /**
   * The member for this signer, with the share to hand on if the plan asks for it and it is here.
   */
  private CeremonyParticipant member(SignerState state, CeremonyPlan plan, Seed seed) {
    CeremonyParticipant receiving = CeremonyParticipant.of(plan, identity, seed, random);
    return plan.succession()
        .filter(succession -> plan.isDealer(receiving.identifier()))
        .flatMap(succession -> PreviousCommittee.membership(state, succession))
        .map(old -> CeremonyParticipant.dealing(plan, identity, seed, old.key(), random))
        .orElse(receiving);
  }
}
