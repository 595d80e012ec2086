package org.softpause.authz.system.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
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
    /** No complete request has come yet, or none since the last answer. */
    AWAITING_REQUEST,
    READING_BODY,
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
   * The connections that owe us bytes, the one that has owed them for the longest time first. One
   * whose request is being served owes nothing.
   */
  List<String> debtors(Set<String> among) {
    return among.stream()
        .filter(
            connection ->
                switch (of(connection)) {
                  case AWAITING_REQUEST, READING_BODY -> true;
                  case SERVING, ENDING -> false;
                })
        .sorted(Comparator.comparingLong(connection -> phase(connection).since()))
        .toList();
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
      case AWAITING_REQUEST -> limits.headerDeadline();
      case READING_BODY -> limits.bodyDeadline();
      case SERVING -> limits.answerDeadline();
      case ENDING -> Duration.ZERO;
    };
  }
}
