package org.softpause.signer.ceremony;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.ceremony.repair.HelpingMember;
import org.softpause.protocol.ceremony.repair.LostMember;
import org.softpause.protocol.ceremony.repair.RepairParticipant;
import org.softpause.protocol.ceremony.repair.RepairStep;
import org.softpause.protocol.ceremony.repair.RepairTranscript;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.release.StoreFreshness;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/** Takes part in repairs for one signer, one step at a time, as a helper or with its own share. */
public final class RepairParticipation implements CeremonySteps {
  private final SignerStore store;
  private final Identity identity;
  private final SecureRandom random;
  private final BulletinBoard board;
  private final StoreFreshness proven;
  private final Clock clock;

  private RepairParticipation(SignerContext context) {
    this.store = context.store();
    this.identity = context.identity();
    this.random = context.random();
    this.board = context.board();
    this.proven = new StoreFreshness(context.service(), identity.publicIdentity());
    this.clock = context.clock();
  }

  /** For the signer of this context. */
  public static RepairParticipation of(SignerContext context) {
    return new RepairParticipation(context);
  }

  /**
   * The request of a repair on the board.
   *
   * @throws RuleViolation WRONG_CEREMONY for a ceremony that is no repair
   */
  static RepairRequest request(Ceremony seen) {
    if (seen.opening() instanceof RepairRequest request) {
      return request;
    }
    throw new RuleViolation(Rule.WRONG_CEREMONY, "ceremony " + seen.id() + " is no repair");
  }

  /**
   * Refuses to begin or to go on with a repair that is over.
   *
   * @param now Unix seconds
   * @throws RuleViolation REPAIR_EXPIRED
   */
  static void requireInTime(RepairRequest request, long now) {
    if (now > request.expiresAt()) {
      throw new RuleViolation(
          Rule.REPAIR_EXPIRED,
          "the repair could be helped until " + request.expiresAt() + "; ask for a new one");
    }
  }

  @Override
  public CeremonyProgress advance(Bytes32 id) {
    seat(store.read(), id);
    Ceremony seen = board.read(id);
    RepairRequest request = request(seen);
    // Read after the board: another command of this signer may have stored and posted in between.
    CeremonySeat seat = seat(store.read(), id);
    if (seen.phase() == CeremonyPhase.ABORTED) {
      end(seat);
      throw aborted(seen);
    }
    if (seat.status() == SeatStatus.ENDED) {
      return ended(seen, request, seat);
    }
    if (!isComplete(seen)) {
      requireInTime(seat, request);
    }
    return advance(seat, seen, request);
  }

  private CeremonyProgress advance(CeremonySeat seat, Ceremony seen, RepairRequest request) {
    RepairTranscript transcript = seen.repair().orElseThrow();
    RepairParticipant self = participant(seat, request);
    return switch (self.next(transcript, seen.messages(), seat.sent())) {
      case RepairStep.Send send -> post(seat, keepSent(seat, send.message()));
      case RepairStep.Rebuilt rebuilt ->
          post(seat, keepShare(seat, (LostMember) self, rebuilt.key(), transcript));
      case RepairStep.Wait wait -> CeremonyProgress.waiting(seen, wait.waitingFor());
      case RepairStep.Done done -> {
        end(seat);
        yield new CeremonyProgress.Repaired(request.roster(), isOwn(seat, request));
      }
    };
  }

  /** All sums are on the board, so nobody has to help any more. */
  private static boolean isComplete(Ceremony seen) {
    return seen.phase() == CeremonyPhase.REPAIR_REBUILD || seen.phase() == CeremonyPhase.REPAIRED;
  }

  private static boolean isOwn(CeremonySeat seat, RepairRequest request) {
    return seat.self().equals(request.identifier());
  }

  private CeremonyProgress ended(Ceremony seen, RepairRequest request, CeremonySeat seat) {
    if (isComplete(seen)) {
      return new CeremonyProgress.Repaired(request.roster(), isOwn(seat, request));
    }
    requireInTime(request, now());
    throw new RuleViolation(Rule.CEREMONY_ABORTED, "repair " + seen.id() + " was given up here");
  }

  private void requireInTime(CeremonySeat seat, RepairRequest request) {
    try {
      requireInTime(request, now());
    } catch (RuleViolation expired) {
      end(seat);
      throw expired;
    }
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private static RuleViolation aborted(Ceremony seen) {
    return new RuleViolation(
        Rule.CEREMONY_ABORTED,
        "%s; culprits: %s"
            .formatted(
                seen.abortReason().orElse(""),
                seen.culprits().stream().map(id -> seen.opening().participant(id)).toList()));
  }

  private RepairParticipant participant(CeremonySeat seat, RepairRequest request) {
    byte[] secret = seat.seed().orElseThrow().exposeSecretBytes();
    Seed seed = Seed.fromSecretBytes(secret);
    Arrays.fill(secret, (byte) 0);
    return isOwn(seat, request)
        ? LostMember.of(request, identity, seed)
        : HelpingMember.of(
            request, identity, seed, membership(store.read(), request).key(), random);
  }

  /**
   * The membership here with the request's roster.
   *
   * @throws RuleViolation WRONG_ROSTER if this signer holds no share of it
   */
  static Membership membership(SignerState state, RepairRequest request) {
    return state.holdings().stream()
        .filter(own -> own.rosterHash().equals(request.roster().hash()))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.WRONG_ROSTER,
                    "no share of roster " + request.roster().hash() + " is here to help with"));
  }

  private CeremonyProgress post(CeremonySeat seat, Jws message) {
    board.post(seat.ceremony(), message);
    return CeremonyProgress.sent(message.unverified().type());
  }

  /** Stores a message before it is posted, also one that is stored already: it must stay. */
  private Jws keepSent(CeremonySeat seat, Jws message) {
    store.change(
        state -> {
          requireUnchanged(state, seat);
          return seat.sent().contains(message) ? state : state.withSeat(seat.withSent(message));
        });
    return message;
  }

  private Jws keepShare(
      CeremonySeat seat, LostMember self, KeyPackage key, RepairTranscript transcript) {
    RepairedSeat repaired = new RepairedSeat(seat, key, transcript.request().roster());
    long number = proven.provenNumber(repaired.membership());
    return store.commit(
        state -> {
          requireUnchanged(state, seat);
          return repaired.in(state, number, highest -> self.completion(transcript, highest));
        });
  }

  private void end(CeremonySeat seat) {
    store.change(
        state -> {
          CeremonySeat now = seat(state, seat.ceremony());
          return now.status() == SeatStatus.REPAIRING ? state.withEnded(now) : state;
        });
  }

  private static void requireUnchanged(SignerState state, CeremonySeat seen) {
    CeremonySeat now = seat(state, seen.ceremony());
    if (now.status() != seen.status() || !now.sent().equals(seen.sent())) {
      throw new StoreException(
          StoreProblem.BUSY, "another command has just taken a step of this repair");
    }
  }

  private static CeremonySeat seat(SignerState state, Bytes32 id) {
    return state
        .seat(id)
        .orElseThrow(
            () -> new RuleViolation(Rule.WRONG_CEREMONY, "no seat was taken in repair " + id));
  }

  static SecretBytes kept(Seed seed) {
    byte[] secret = seed.exposeSecretBytes();
    SecretBytes kept = SecretBytes.copyOf(secret);
    Arrays.fill(secret, (byte) 0);
    return kept;
  }
}
