package org.softpause.agent.actuator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * A started program with everything that it starts in turn, so that all of it can be ended.
 *
 * <p>The tree of parents alone does not suffice: a child whose parent has ended belongs to process
 * 1. The program therefore runs in a session of its own, where the system has {@code setsid}, and
 * with a random mark in its environment. Both are inherited. A process escapes only if it leaves
 * the session and also clears its environment, if it runs as a user whose processes the agent may
 * not end, or if a daemon outside starts it on request.
 */
final class ProcessFamily {
  private static final String MARK = "SOFTPAUSE_ORDER";
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Path PROC = Path.of("/proc");

  /** The field "session" of /proc/PID/stat, counted from the state that follows the name. */
  private static final int SESSION_FIELD = 3;

  /** How long a killed process may take to vanish. */
  private static final Duration LONGEST_DEATH = Duration.ofSeconds(1);

  /** A process in the middle of fork or exec can be missed once, but hardly twice. */
  private static final int SCANS_WITHOUT_FINDING = 2;

  private static final Duration BETWEEN_SCANS = Duration.ofMillis(5);

  private final Process leader;
  private final String mark;

  private ProcessFamily(Process leader, String mark) {
    this.leader = leader;
    this.mark = mark;
  }

  static ProcessFamily start(List<String> command) throws IOException {
    List<String> inSession = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      inSession.add(SETSID.toString());
    }
    inSession.addAll(command);
    String value = UUID.randomUUID().toString();
    ProcessBuilder builder = new ProcessBuilder(inSession);
    builder.environment().put(MARK, value);
    return new ProcessFamily(builder.start(), MARK + "=" + value);
  }

  /** The program itself. */
  Process leader() {
    return leader;
  }

  /**
   * Ends the program and everything that it started.
   *
   * @return the processes that could not be ended
   */
  List<Long> end() {
    leader.descendants().forEach(ProcessHandle::destroyForcibly);
    leader.destroyForcibly();
    long patience = System.nanoTime() + LONGEST_DEATH.toNanos();
    int scansWithoutFinding = 0;
    while (true) {
      List<ProcessHandle> found = members();
      scansWithoutFinding = found.isEmpty() ? scansWithoutFinding + 1 : 0;
      if (scansWithoutFinding == SCANS_WITHOUT_FINDING || System.nanoTime() - patience > 0) {
        return found.stream().map(ProcessHandle::pid).toList();
      }
      found.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(BETWEEN_SCANS.toNanos());
    }
  }

  /**
   * Lists the members that are alive. A handle remembers when its process began, so that a number
   * that is given to another process in between is never killed.
   */
  private List<ProcessHandle> members() {
    return ProcessHandle.allProcesses().filter(this::isMember).toList();
  }

  private boolean isMember(ProcessHandle process) {
    Path folder = PROC.resolve(Long.toString(process.pid()));
    try {
      String[] fields =
          afterName(Files.readString(folder.resolve("stat"), ISO_8859_1)).split(" ", -1);
      return !fields[0].equals("Z")
          && (fields[SESSION_FIELD].equals(Long.toString(leader.pid())) || isMarked(folder));
    } catch (IOException | IndexOutOfBoundsException e) {
      // The process has just ended, or the system has no /proc.
      return false;
    }
  }

  private boolean isMarked(Path folder) throws IOException {
    Path environment = folder.resolve("environ");
    return Files.isReadable(environment)
        && ("\0" + Files.readString(environment, ISO_8859_1)).contains("\0" + mark);
  }

  /** The name stands in brackets and may itself hold brackets and spaces. */
  private static String afterName(String stat) {
    return stat.substring(stat.lastIndexOf(')') + 2);
  }
}
