package org.softpause.agent.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.RuleViolation;

/**
 * Stores the agent's state in a folder. The log is written before the document that names its head,
 * so that a crash between the two leaves the earlier state. A marker written last tells a lost
 * state from one that never existed.
 */
public final class StateStore {
  private static final String MARKER = "enrolled";

  private final DurableFolder folder;
  private final RedundantFile document;
  private final LogJournal journal;

  private long generation;
  private int journalled;

  private StateStore(DurableFolder folder) {
    this.folder = folder;
    this.document = new RedundantFile(folder, "state");
    this.journal = new LogJournal(folder);
  }

  /** The result of reading the folder. */
  public sealed interface Found {}

  /** No enrolment was ever completed in this folder. */
  public record NeverEnrolled() implements Found {}

  /**
   * There was a state and no trustworthy copy is left, so that the agent raises an alarm and has to
   * be enrolled again.
   */
  public record Damaged(String detail) implements Found {}

  /** The state as it was written last; each warning names a copy that needs repair. */
  public record Ready(AgentState state, List<String> warnings) implements Found {}

  /** The store in a folder, which is made only when something is written into it. */
  public static StateStore open(Path folder) {
    return new StateStore(DurableFolder.open(folder));
  }

  /**
   * Locks the folder against a second agent until the process ends.
   *
   * @throws IOException if another agent holds the lock
   */
  public FileLock lock() throws IOException {
    folder.create();
    FileChannel channel =
        FileChannel.open(folder.file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException("another agent is running on " + folder.file(""));
    }
    return lock;
  }

  /** Reads without changing the disk; warnings then name what {@link #recover} would repair. */
  public Found read() throws IOException {
    return found(document.read());
  }

  /** Reads the state, and repairs a bad copy from the good one. */
  public Found recover() throws IOException {
    Found found = found(document.recover());
    if (found instanceof Ready ready) {
      journal.settle(ready.state().log().entries());
      mark();
    }
    return found;
  }

  /** Starts anew with this state; whatever the folder held before is replaced. */
  public void enrol(AgentState state) throws IOException {
    journal.settle(state.log().entries());
    journalled = state.log().length();
    writeDocument(state);
    mark();
  }

  /** Saves the state; both copies are on the disk when the call returns. */
  public void save(AgentState state) throws IOException {
    if (state.log().length() > journalled) {
      journal.append(state.log().entries().subList(journalled, state.log().length()));
      journalled = state.log().length();
    }
    writeDocument(state);
  }

  private void writeDocument(AgentState state) throws IOException {
    generation++;
    document.write(new ChecksummedDocument(generation, StateDocument.of(state).encode()));
  }

  private void mark() throws IOException {
    if (!Files.exists(folder.file(MARKER))) {
      folder.replace(MARKER, "softpause-agent-1\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private Found found(RedundantFile.Found copies) throws IOException {
    return switch (copies) {
      case RedundantFile.Whole whole -> replay(whole);
      case RedundantFile.Damaged damaged -> new Damaged(damaged.detail());
      case RedundantFile.Nothing nothing ->
          Files.exists(folder.file(MARKER))
              ? new Damaged("both copies of the state are gone")
              : new NeverEnrolled();
    };
  }

  private Found replay(RedundantFile.Whole whole) throws IOException {
    try {
      StateDocument read = StateDocument.decode(whole.document().body());
      Optional<LogJournal.Read> log =
          journal.read(read.enrolment().deployment().genesis(), read.sequence(), read.head());
      if (log.isEmpty()) {
        return new Damaged("no copy of the log leads to head " + read.head());
      }
      generation = whole.document().generation();
      journalled = log.get().log().length();
      return new Ready(read.with(log.get().log()), warnings(whole, log.get()));
    } catch (RuleViolation e) {
      return new Damaged("the state cannot be read: " + e.getMessage());
    }
  }

  private static List<String> warnings(RedundantFile.Whole whole, LogJournal.Read log) {
    List<String> warnings = new ArrayList<>(whole.repaired().stream().toList());
    log.bad()
        .forEach(name -> warnings.add(name + " was damaged and is repaired from the other copy"));
    return warnings;
  }
}
