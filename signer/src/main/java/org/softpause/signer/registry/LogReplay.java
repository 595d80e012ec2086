package org.softpause.signer.registry;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.LenientObject;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.SignerStore;

/**
 * The log as the service shows it, with every certificate and bound verified from the genesis on,
 * or from the point that an earlier run had reached. Entries that the service leaves out are not
 * noticed here; {@link #isHead} asks the signer's own node.
 */
public record LogReplay(RegistryState state) {
  private static final int PAGE = 100;
  private static final long MAX_SEQUENCE = 1_000_000;

  /** Entries that one run takes; the next run goes on after them. */
  private static final long MAX_ENTRIES = 20_000;

  /** The path at which the service shows the entries after this sequence number. */
  public static String path(long after) {
    return "/v1/log?after=" + after + "&limit=" + PAGE;
  }

  /**
   * Fetches and replays the entries that are new since the last run. The saved state is the one
   * before the newest entry, so each run sees the service's log join its own; if it does not join,
   * the whole log is replayed.
   *
   * @throws RuleViolation the first rule that an entry breaks, or LOG_ROLLBACK for a log shorter
   *     than one that this signer has verified: entries are shown once final, and final ones stay;
   *     GATHERING_EXCEEDED for a log too long to take at once, whose verified part is kept
   */
  public static LogReplay fetch(ServiceClient service, PinnedRegistry registry, SignerStore store) {
    Genesis genesis = registry.deployment().genesis();
    ServiceClient reading = service.gathering();
    SavedLog saved = new SavedLog(store, genesis);
    Optional<RegistryState> before = saved.load();
    long verified = before.map(state -> state.sequence() + 1).orElse(0L);
    return before
        .flatMap(from -> tryFollow(reading, from, saved, verified))
        .orElseGet(() -> follow(reading, RegistryState.genesis(genesis), saved, verified));
  }

  /** The log as an earlier run verified it, without asking anybody; it may be longer by now. */
  public static LogReplay saved(PinnedRegistry registry, SignerStore store) {
    Genesis genesis = registry.deployment().genesis();
    return new LogReplay(
        new SavedLog(store, genesis).load().orElseGet(() -> RegistryState.genesis(genesis)));
  }

  private static Optional<LogReplay> tryFollow(
      ServiceClient service, RegistryState from, SavedLog saved, long verified) {
    try {
      return Optional.of(follow(service, from, saved, verified))
          .filter(log -> !contradicts(service, log.state()));
    } catch (RuleViolation notTheSameLog) {
      // Nothing can be read from the beginning once the gathering is used up.
      if (notTheSameLog.rule() == Rule.GATHERING_EXCEEDED) {
        throw notTheSameLog;
      }
      return Optional.empty();
    }
  }

  /**
   * Whether the service shows another head. Entries carry no head, so a log that differs further
   * back is noticed only by its head.
   */
  private static boolean contradicts(ServiceClient service, RegistryState state) {
    return service
        .find("/v1/head")
        .filter(head -> head.number("sequence", MAX_SEQUENCE) == state.sequence())
        .filter(head -> !head.bytes32("head").equals(state.head()))
        .isPresent();
  }

  private static LogReplay follow(
      ServiceClient service, RegistryState from, SavedLog saved, long verified) {
    RegistryState before = from;
    RegistryState state = from;
    try {
      while (true) {
        List<Json> page = service.get(path(state.sequence())).elements("entries");
        if (page.isEmpty()) {
          requireAll(state, verified);
          saved.keep(from, before);
          return new LogReplay(state);
        }
        for (Json element : page) {
          requireRoom(state.sequence() - from.sequence());
          before = state;
          state = state.apply(entry(element));
        }
      }
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.GATHERING_EXCEEDED && state.sequence() >= verified) {
        saved.keep(from, before);
      }
      throw refused;
    }
  }

  private static void requireRoom(long taken) {
    if (taken >= MAX_ENTRIES) {
      throw new RuleViolation(
          Rule.GATHERING_EXCEEDED,
          "one gathering may take at most %d entries; the next goes on after them"
              .formatted(MAX_ENTRIES));
    }
  }

  private static void requireAll(RegistryState state, long verified) {
    if (state.sequence() < verified) {
      throw new RuleViolation(
          Rule.LOG_ROLLBACK,
          "the service shows %d entries of the log, but this signer has verified %d"
              .formatted(state.sequence(), verified));
    }
  }

  private static LogEntry entry(Json element) {
    return ObjectReader.read(LenientObject.of(element).object("entry").json(), LogEntry::read);
  }

  /** Whether this log is complete, according to the signer's own node. */
  public boolean isHead(OwnNode node) {
    return node.finalisedHead().equals(state.head());
  }

  /** The pause with that id, if it is the latest in its slot. */
  public Optional<Pause> pause(Bytes32 id) {
    return state.pauses().stream()
        .filter(anchored -> anchored.id().equals(id))
        .map(AnchoredPause::pause)
        .findFirst();
  }
}
