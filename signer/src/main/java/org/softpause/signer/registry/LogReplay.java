package org.softpause.signer.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.service.ServiceClient;
import org.softpause.signer.service.View;

/**
 * The log as the service carries it, every certificate and bound checked from the genesis on. What
 * the service leaves out cannot be seen here; {@link #isHead} asks the signer's own node.
 */
public record LogReplay(RegistryState state, List<LogEntry> entries) {
  private static final int PAGE = 100;
  private static final int MAX_ENTRIES = 100_000;

  public LogReplay {
    entries = List.copyOf(entries);
  }

  /**
   * Fetches and replays all of it.
   *
   * @throws RuleViolation the first rule that an entry breaks
   */
  public static LogReplay fetch(ServiceClient service, PinnedRegistry registry) {
    RegistryState state = RegistryState.genesis(registry.deployment().genesis());
    List<LogEntry> entries = new ArrayList<>();
    while (true) {
      List<Json> page =
          service.get("/v1/log?after=" + state.sequence() + "&limit=" + PAGE).elements("entries");
      if (page.isEmpty()) {
        return new LogReplay(state, entries);
      }
      if (entries.size() > MAX_ENTRIES) {
        throw new RuleViolation(Rule.TOO_LARGE, "the log has more than 100000 entries");
      }
      for (Json element : page) {
        LogEntry entry = entry(element);
        state = state.apply(entry);
        entries.add(entry);
      }
    }
  }

  private static LogEntry entry(Json element) {
    return ObjectReader.read(View.of(element).object("entry").json(), LogEntry::read);
  }

  /** Whether this log is all of it, by the signer's own node. */
  public boolean isHead(Chain chain) {
    return chain.finalisedHead().equals(state.head());
  }

  /** The pause of that id, if the log holds it. */
  public Optional<Pause> pause(Bytes32 id) {
    return entries.stream()
        .filter(entry -> entry.certificate().id().equals(id))
        .map(entry -> entry.certificate().decision())
        .filter(Pause.class::isInstance)
        .map(Pause.class::cast)
        .findFirst();
  }
}
