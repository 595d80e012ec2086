package org.softpause.agent.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;

/**
 * Keeps the proven log in two files, one entry a line. The files need no checksum, because a copy
 * is good if replaying it gives the head that the state names. Lines beyond that head were written
 * just before a crash and are dropped.
 */
final class LogJournal {
  private static final List<String> NAMES = List.of("log-a", "log-b");
  private static final int MAX_LINE = 64 * 1024;

  private final DurableFolder folder;

  LogJournal(DurableFolder folder) {
    this.folder = folder;
  }

  /** A log that was read back, with the names of the copies that do not lead to its head. */
  record Read(VerifiedLog log, List<String> bad) {}

  void append(List<LogEntry> entries) throws IOException {
    for (String name : NAMES) {
      folder.append(name, lines(entries));
    }
  }

  /** Makes both copies exactly this log; a copy that already is stays untouched. */
  void settle(List<LogEntry> entries) throws IOException {
    byte[] lines = lines(entries);
    for (String name : NAMES) {
      if (!Files.exists(folder.file(name))
          || !Arrays.equals(lines, Files.readAllBytes(folder.file(name)))) {
        folder.replace(name, lines);
      }
    }
  }

  /** Reads the log that leads to this head without changing a file; empty if neither copy does. */
  Optional<Read> read(Genesis genesis, long sequence, Bytes32 head) throws IOException {
    VerifiedLog good = null;
    List<String> bad = new ArrayList<>();
    for (String name : NAMES) {
      Optional<VerifiedLog> copy = readCopy(name, genesis, sequence, head);
      if (copy.isEmpty()) {
        bad.add(name);
      } else if (good == null) {
        good = copy.get();
      }
    }
    return good == null ? Optional.empty() : Optional.of(new Read(good, bad));
  }

  private Optional<VerifiedLog> readCopy(String name, Genesis genesis, long sequence, Bytes32 head)
      throws IOException {
    if (!Files.exists(folder.file(name))) {
      return Optional.empty();
    }
    try {
      VerifiedLog log = VerifiedLog.empty(genesis).with(parse(name, sequence));
      return log.head().equals(head) ? Optional.of(log) : Optional.empty();
    } catch (RuleViolation e) {
      return Optional.empty();
    }
  }

  private List<LogEntry> parse(String name, long sequence) throws IOException {
    String text = new String(Files.readAllBytes(folder.file(name)), StandardCharsets.UTF_8);
    return text.lines()
        .limit(sequence)
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .map(line -> StrictJson.read(line, MAX_LINE, LogEntry::read))
        .toList();
  }

  private static byte[] lines(List<LogEntry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (LogEntry entry : entries) {
      out.writeBytes(CanonicalJson.encode(entry.toJson()));
      out.write('\n');
    }
    return out.toByteArray();
  }
}
