package org.softpause.authz.system.web;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.softpause.authz.system.CallerLimits;

/**
 * What each open connection is doing and since when, by the connection's id. Tomcat's own timeouts
 * begin anew with every byte, so that whoever drips is never late by them.
 */
final class ConnectionPhases {
  private final CallerLimits limits;
  private final LongSupplier nanoTime;
  private final ConcurrentHashMap<String, Phase> phases = new ConcurrentHashMap<>();

  ConnectionPhases(CallerLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /** What a connection can be doing. */
  enum Kind {
    /** No complete request has come on it yet. */
    AWAITING_REQUEST,
    READING_BODY,
    /** A request was answered, and no other one has come since. */
    KEPT_ALIVE,
    SERVING,
    /** It was told to end and is about to be gone. */
    ENDING
  }

  private record Phase(Kind kind, long since) {}

  /** A new phase begins for this connection, unless the connection is ending. */
  void begin(String connection, Kind kind) {
    Phase next = new Phase(kind, nanoTime.getAsLong());
    phases.merge(connection, next, (old, fresh) -> old.kind() == Kind.ENDING ? old : fresh);
  }

  /** What a connection is doing; one of which nothing is known yet awaits its first request. */
  Kind of(String connection) {
    return phase(connection).kind();
  }

  boolean isOverdue(String connection) {
    Phase phase = phase(connection);
    return nanoTime.getAsLong() - phase.since() > deadline(phase.kind()).toNanos();
  }

  /**
   * The connection to give up for a new one: that which has owed a request or a body for the
   * longest time. Only if nobody owes one it is the connection that was kept alive the longest, as
   * its caller has shown that it asks for something. One whose request is being served stays.
   */
  Optional<String> longestDebtor(Set<String> among) {
    return longest(among, EnumSet.of(Kind.AWAITING_REQUEST, Kind.READING_BODY))
        .or(() -> longest(among, EnumSet.of(Kind.KEPT_ALIVE)));
  }

  /** Each phase is looked at once, since it can change meanwhile. */
  private Optional<String> longest(Set<String> among, Set<Kind> kinds) {
    String longest = null;
    long since = 0;
    for (String connection : among) {
      Phase phase = phase(connection);
      if (kinds.contains(phase.kind()) && (longest == null || phase.since() - since < 0)) {
        longest = connection;
        since = phase.since();
      }
    }
    return Optional.ofNullable(longest);
  }

  /** All connections of which anything is known. */
  Set<String> known() {
    return Set.copyOf(phases.keySet());
  }

  void forget(String connection) {
    phases.remove(connection);
  }

  private Phase phase(String connection) {
    return phases.computeIfAbsent(
        connection, key -> new Phase(Kind.AWAITING_REQUEST, nanoTime.getAsLong()));
  }

  private Duration deadline(Kind kind) {
    return switch (kind) {
      case AWAITING_REQUEST, KEPT_ALIVE -> limits.headerDeadline();
      case READING_BODY -> limits.bodyDeadline();
      case SERVING -> limits.answerDeadline();
      case ENDING -> Duration.ZERO;
    };
  }
}
