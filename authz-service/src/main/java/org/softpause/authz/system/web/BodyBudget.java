package org.softpause.authz.system.web;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.softpause.authz.system.CallerLimits;
import org.softpause.authz.system.Problem;

/**
 * The memory that all bodies share. Where it runs out, the incomplete body that was begun the
 * longest time ago loses what it holds: a crowd of slow ones never keeps a quick one out.
 */
final class BodyBudget {
  private final CallerLimits limits;
  private final Set<BufferedBody> bodies = new LinkedHashSet<>();

  BodyBudget(CallerLimits limits) {
    this.limits = limits;
  }

  /** Bytes of memory that all bodies hold. */
  synchronized long held() {
    return bodies.stream().mapToLong(BufferedBody::held).sum();
  }

  synchronized void begin(BufferedBody body) {
    bodies.add(body);
  }

  synchronized void end(BufferedBody body) {
    bodies.remove(body);
  }

  /** The body is whole, so that nothing takes it away any more. */
  synchronized void complete(BufferedBody body) {
    requireHeld(body);
    body.complete();
  }

  /** Lets a body grow, at the cost of older incomplete ones if need be. */
  synchronized void grow(BufferedBody body, byte[] chunk) {
    requireHeld(body);
    if (limits.isOneCaller(body.address())) {
      Predicate<BufferedBody> own = other -> other.address().equals(body.address());
      makeRoom(body, chunk.length, own, limits.bufferedBodiesPerAddress().toBytes());
    }
    makeRoom(body, chunk.length, other -> true, limits.bufferedBodies().toBytes());
    body.append(chunk);
  }

  private void makeRoom(
      BufferedBody body, int bytes, Predicate<BufferedBody> counted, long allowed) {
    long held = bodies.stream().filter(counted).mapToLong(BufferedBody::held).sum();
    while (held + bytes > allowed) {
      BufferedBody victim =
          oldestIncomplete(counted.and(other -> other != body)).orElseThrow(BodyBudget::busy);
      held -= victim.held();
      victim.revoke();
      bodies.remove(victim);
    }
  }

  private static void requireHeld(BufferedBody body) {
    if (body.isRevoked()) {
      throw busy();
    }
  }

  private static RuntimeException busy() {
    return Problem.BUSY.because("too many requests are arriving at once; try again in a moment");
  }

  private Optional<BufferedBody> oldestIncomplete(Predicate<BufferedBody> among) {
    return bodies.stream()
        .filter(among)
        .filter(other -> !other.isComplete())
        .min(Comparator.comparingLong(BufferedBody::begunAt));
  }
}
