package org.softpause.authz.mirror;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.system.SteadyTime;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.BlockRef;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads a log that is more than one request behind the finalised block. The events alone are
 * replayed up to the finalised block of that moment, and only there the replay is compared with the
 * registry's storage: a node that prunes has no older state. Not before the two agree is anything
 * stored. A pass takes half a lease at most, and the next one goes on.
 */
@Lazy
@Component
class LogCatchUp {
  private final RegistryEventSource chain;
  private final RegistryMirror mirror;
  private final LogImporter importer;
  private final RegistryDivergence registryDivergence;
  private final MirrorSettings settings;
  private final SteadyTime time;
  private final AtomicLong behind = new AtomicLong();

  private @Nullable CatchUpScan scan;
  private @Nullable BlockRef agreedAt;
  private long storedUpTo;
  private long disagreedAt = -1;

  LogCatchUp(
      RegistryEventSource chain,
      RegistryMirror mirror,
      LogImporter importer,
      RegistryDivergence registryDivergence,
      MirrorSettings settings,
      SteadyTime time) {
    this.chain = chain;
    this.mirror = mirror;
    this.importer = importer;
    this.registryDivergence = registryDivergence;
    this.settings = settings;
    this.time = time;
  }

  /** How many finalised blocks are not read yet; empty unless it is more than one request. */
  OptionalLong behind() {
    long blocks = behind.get();
    return blocks == 0 ? OptionalLong.empty() : OptionalLong.of(blocks);
  }

  /** Forgets what was read: the log is close to the finalised block. */
  void done() {
    behind.set(0);
    restart();
  }

  /**
   * Makes one pass.
   *
   * @param from the first block that our log does not have as final
   * @param finalised the finalised block of this moment
   * @throws RuleViolation if the log breaks a rule, or {@link Rule#LOG_HEAD_MISMATCH} if its replay
   *     does not give the head that the registry has; nothing is stored then
   */
  void step(long from, BlockRef finalised) throws IOException {
    behind.set(finalised.number() - from + 1);
    Instant until = time.instant().plus(settings.longestPass());
    try {
      CatchUpScan reading = scanFrom(from, finalised);
      if (reading != null && (agreedAt != null || agrees(reading, finalised, until))) {
        store(reading, until);
      }
    } catch (RuleViolation violation) {
      restart();
      disagreedAt = finalised.number();
      throw violation;
    }
  }

  /**
   * The reading that goes on, or a new one where another replica has moved our log meanwhile. A
   * long log that was refused is read again only once another block is finalised.
   */
  private @Nullable CatchUpScan scanFrom(long from, BlockRef finalised) {
    if (scan == null || storedUpTo != from - 1) {
      restart();
      if (finalised.number() > disagreedAt) {
        scan = new CatchUpScan(mirror.finalised(), from);
        storedUpTo = from - 1;
      }
    }
    return scan;
  }

  private boolean agrees(CatchUpScan reading, BlockRef finalised, Instant until)
      throws IOException {
    while (reading.next() <= finalised.number() && time.instant().isBefore(until)) {
      long last = reading.next() + settings.blocksPerRequest() - 1;
      reading.readUpTo(Math.min(last, finalised.number()), chain);
    }
    if (reading.next() != finalised.number() + 1) {
      return false;
    }
    EventReplay.requireHead(reading.state(), finalised, chain.head(finalised));
    registryDivergence.clear();
    agreedAt = finalised;
    return true;
  }

  private void store(CatchUpScan reading, Instant until) throws IOException {
    BlockRef end = Objects.requireNonNull(agreedAt);
    while (!reading.parts().isEmpty()) {
      if (!time.instant().isBefore(until)) {
        return;
      }
      CatchUpScan.Part part = reading.parts().getFirst();
      List<LoggedEntry> entries = chain.entries(part.from(), part.to());
      var state = EventReplay.apply(mirror.finalised(), entries);
      BlockRef last = part.to() == end.number() ? end : chain.block(part.to());
      EventReplay.requireHead(state, last, part.head());
      importer.store(entries, part.to(), last);
      storedUpTo = part.to();
      reading.parts().removeFirst();
    }
    if (storedUpTo < end.number()) {
      importer.store(List.of(), end.number(), end);
    }
    done();
  }

  private void restart() {
    scan = null;
    agreedAt = null;
  }
}
