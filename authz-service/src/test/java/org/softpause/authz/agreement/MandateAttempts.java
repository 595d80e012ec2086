package org.softpause.authz.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.softpause.authz.agreement.RawRotate.Body;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.registry.RegistryState;

/** Random renewals and rotations that are nearly valid, and the faults that they may have. */
final class MandateAttempts {
  private static final int MOST = 5;

  private final Random random;

  MandateAttempts(Random random) {
    this.random = random;
  }

  RawRenew renew(RegistryState state, long now) {
    RawRenew renew = new RawRenew();
    renew.epoch = state.epoch(MandateName.STANDING);
    renew.proposedAt = now - random.nextLong(100);
    long latest = now + state.genesis().parameters().licenceSeconds();
    long earliest = Math.max(now, state.operatingUntil()) + 1;
    // Mostly short, so that a walk sees lapses.
    renew.operatingUntil = Math.min(latest, earliest + random.nextLong(2_000));
    return renew;
  }

  RawRotate rotate(RegistryState state, long now) {
    RawRotate rotate = new RawRotate();
    rotate.epoch = state.epoch(MandateName.STANDING);
    rotate.proposedAt = now - random.nextLong(100);
    rotate.target = random.nextInt(3) == 0 ? 0 : 1;
    rotate.targetEpoch = state.epoch(RawDecision.mandate(rotate.target));
    List<CommitteeKey> keys;
    do {
      keys = CandidateCommittees.some(random.nextInt(rotate.target == 0 ? 1 : 0, MOST + 1), random);
    } while (rotate.target == 0 && keys.stream().noneMatch(CommitteeKey::civil));
    rotate.committees = keys.stream().map(Body::of).toList();
    return rotate;
  }

  void spoil(RawRenew renew, RegistryState state, long now) {
    switch (random.nextInt(4)) {
      case 0 -> foreign(renew, state);
      case 1 -> renew.operatingUntil = now;
      case 2 -> renew.operatingUntil = state.operatingUntil();
      default -> renew.operatingUntil = now + state.genesis().parameters().licenceSeconds() + 1;
    }
  }

  void spoil(RawRotate rotate, RegistryState state) {
    switch (random.nextInt(9)) {
      case 0 -> foreign(rotate, state);
      case 1 -> rotate.target = 2 + random.nextInt(254);
      case 2 -> rotate.targetEpoch += 1;
      case 3 -> rotate.committees = bodies(MOST + 1);
      case 4 -> rotate.committees = bodies(random.nextInt(2, MOST + 1)).reversed();
      case 5 -> rotate.committees = doubled(bodies(random.nextInt(1, MOST)));
      case 6 ->
          rotate.committees = rotate.committees.stream().map(MandateAttempts::military).toList();
      case 7 ->
          rotate.committees = rotate.committees.stream().map(MandateAttempts::offCurve).toList();
      default -> {
        rotate.target = 0;
        rotate.targetEpoch = state.epoch(MandateName.STANDING);
        rotate.committees = List.of();
      }
    }
  }

  /** EMERGENCY, with its own epoch, decides what is STANDING's. */
  private static void foreign(RawDecision decision, RegistryState state) {
    decision.mandate = MandateName.EMERGENCY.code();
    decision.epoch = state.epoch(MandateName.EMERGENCY);
  }

  private List<Body> bodies(int count) {
    return CandidateCommittees.some(count, random).stream().map(Body::of).toList();
  }

  private static List<Body> doubled(List<Body> bodies) {
    List<Body> twice = new ArrayList<>(bodies);
    twice.add(bodies.getLast());
    return twice;
  }

  private static Body military(Body body) {
    return new Body(body.x(), body.y(), false, body.roster());
  }

  private static Body offCurve(Body body) {
    byte[] y = body.y().bytes();
    y[31] ^= 1;
    return new Body(body.x(), Bytes32.of(y), body.civil(), body.roster());
  }
}
