package org.softpause.agent.actuator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecActuatorTest {
  private static final CapacityOrder ORDER =
      new CapacityOrder("0x" + "11".repeat(32), 500, 20_000, 1000, "pause 0x12…34", 2);

  @TempDir Path folder;

  private static OrderOutcome run(String script, Duration limit) throws InterruptedException {
    return new ExecActuator(List.of("/bin/sh", "-c", script), limit).apply(ORDER);
  }

  private static OrderOutcome run(String script) throws InterruptedException {
    return run(script, Duration.ofSeconds(20));
  }

  @Test
  void theProgramGetsTheWholeOrderAndItsMeasurementCounts() throws Exception {
    Path seen = folder.resolve("seen");
    assertThat(run("cat > " + seen + "; echo '{\"measuredBps\":512}'"))
        .isEqualTo(new OrderOutcome.Enforced(512));
    assertThat(Files.readString(seen))
        .isEqualTo(
            "{\"allowedPflops\":\"1000\",\"ceilingBps\":500,\"peakPflops\":\"20000\","
                + "\"reason\":\"pause 0x12…34\",\"sequence\":2,\"siteId\":\"0x"
                + "11".repeat(32)
                + "\"}");
  }

  @Test
  void aProgramThatReadsNothingMayStillAnswer() throws Exception {
    assertThat(run("echo '{\"measuredBps\":1}'")).isEqualTo(new OrderOutcome.Enforced(1));
  }

  @Test
  void anExitCodeIsAFailure() throws Exception {
    assertThat(run("echo '{\"measuredBps\":1}'; exit 3"))
        .isEqualTo(new OrderOutcome.Failed("it ended with code 3"));
  }

  @Test
  void anAnswerThatIsNotTheOneAskedForIsAFailure() throws Exception {
    for (String answer :
        List.of(
            "",
            "ok",
            "{}",
            "{\"measuredBps\":10001}",
            "{\"measuredBps\":1,\"x\":1}",
            "{\"measuredBps\":1} {}")) {
      OrderOutcome outcome = run("echo '" + answer + "'");
      assertThat(outcome).as(answer).isInstanceOf(OrderOutcome.Failed.class);
    }
  }

  @Test
  void aProgramThatTalksTooMuchIsAFailure() throws Exception {
    OrderOutcome.Failed failed = (OrderOutcome.Failed) run("head -c 70000 /dev/zero");
    assertThat(failed.detail()).contains("more than 65536 bytes");
  }

  @Test
  void aMissingProgramIsAFailure() throws Exception {
    OrderOutcome outcome =
        new ExecActuator(List.of("/nowhere/program"), Duration.ofSeconds(5)).apply(ORDER);
    assertThat(((OrderOutcome.Failed) outcome).detail())
        .contains("/nowhere/program", "No such file");
  }

  @Test
  void aProgramThatHangsIsEndedTogetherWithWhatItStarted() throws Exception {
    Path child = folder.resolve("child");
    OrderOutcome outcome =
        run("sleep 600 & echo $! > " + child + "; sleep 601; true", Duration.ofSeconds(2));
    assertThat(((OrderOutcome.Failed) outcome).detail()).contains("not done within 2 s");
    assertThatItEnds(Long.parseLong(Files.readString(child).strip()));
  }

  @Test
  void theLimitCountsOnceForAnswerAndEndTogether() throws Exception {
    Path late = folder.resolve("late");
    // The answer comes within the limit, and so does the end counted from the answer.
    OrderOutcome outcome =
        run(
            "sleep 1.4; echo '{\"measuredBps\":1}'; exec >&-; sleep 1.9; touch " + late,
            Duration.ofSeconds(2));
    assertThat(((OrderOutcome.Failed) outcome).detail()).contains("not done within 2 s");
    assertThat(late).doesNotExist();
  }

  /** Ways to leave a process behind; each writes the process's number to the file. */
  private static List<String> waysToLeaveAProcessBehind(Path pid) {
    String sleeper = "sh -c 'echo $$ > " + pid + "; exec sleep 600'";
    String quiet = " >/dev/null 2>&1 </dev/null &";
    return List.of(
        sleeper + " &",
        sleeper + quiet,
        "(" + sleeper + quiet + ")",
        "(setsid " + sleeper + quiet + ")",
        "(env -i " + sleeper + quiet + ")",
        "nohup " + sleeper + quiet,
        "set -m 2>/dev/null; " + sleeper + quiet);
  }

  @Test
  void aProcessLeftBehindEndsWithTheOrderThatSucceeded() throws Exception {
    Path pid = folder.resolve("pid");
    for (String way : waysToLeaveAProcessBehind(pid)) {
      Files.deleteIfExists(pid);
      String untilItRuns = "; until [ -s " + pid + " ]; do sleep 0.02; done; ";
      assertThat(run(way.replaceFirst("&$", "& true") + untilItRuns + "echo '{\"measuredBps\":7}'"))
          .as(way)
          .isEqualTo(new OrderOutcome.Enforced(7));
      assertThat(isRunning(pid)).as(way).isFalse();
    }
  }

  @Test
  void aProcessLeftBehindEndsWithTheOrderThatTookTooLong() throws Exception {
    Path pid = folder.resolve("pid");
    for (String way : waysToLeaveAProcessBehind(pid)) {
      Files.deleteIfExists(pid);
      OrderOutcome outcome =
          run(way.replaceFirst("&$", "& true") + "; sleep 601", Duration.ofSeconds(1));
      assertThat(outcome).as(way).isInstanceOf(OrderOutcome.Failed.class);
      assertThat(isRunning(pid)).as(way).isFalse();
    }
  }

  @Test
  void whatForksWhileItIsEndedIsEndedToo() throws Exception {
    Path beat = folder.resolve("beat");
    String forking =
        "(setsid sh -c 'while :; do (echo x >> " + beat + ") & done' >/dev/null 2>&1 &)";
    run(forking + "; sleep 601", Duration.ofSeconds(1));
    long size = Files.size(beat);
    assertThat(size).isPositive();
    run("sleep 0.3; echo '{\"measuredBps\":7}'");
    assertThat(Files.size(beat)).isEqualTo(size);
  }

  @Test
  void anInterruptedOrderLeavesNoProcess() throws Exception {
    Path pid = folder.resolve("pid");
    Thread order =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    run("sleep 600 >/dev/null 2>&1 & echo $! > " + pid + "; sleep 601");
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.onSpinWait();
    }
    order.interrupt();
    order.join();
    assertThat(isRunning(pid)).isFalse();
  }

  @Test
  void theLastErrorLinesAreTold() throws Exception {
    assertThat(run("echo connecting >&2; echo 'slurmctld not reachable' >&2; exit 1"))
        .isEqualTo(
            new OrderOutcome.Failed(
                "it ended with code 1", List.of("connecting", "slurmctld not reachable")));
    OrderOutcome.Failed late =
        (OrderOutcome.Failed) run("echo waiting >&2; sleep 600", Duration.ofSeconds(1));
    assertThat(late.errorLines()).containsExactly("waiting");
    assertThat(late.detail()).endsWith("; its standard error ends with: waiting");
    assertThat(run("echo 'node7 is down' >&2; echo '{\"measuredBps\":900}'"))
        .isEqualTo(new OrderOutcome.Enforced(900, List.of("node7 is down")));
    assertThat(run("echo 'no metrics' >&2; echo nothing").errorLines())
        .containsExactly("no metrics");
  }

  @Test
  void ofMuchErrorOutputOnlyTheEndIsKeptAndTheProgramIsNotHeldUp() throws Exception {
    OrderOutcome outcome =
        run("head -c 3000000 /dev/zero >&2; seq 1 100000 >&2; echo '{\"measuredBps\":3}'");
    assertThat(outcome)
        .isEqualTo(
            new OrderOutcome.Enforced(3, List.of("99996", "99997", "99998", "99999", "100000")));
    OrderOutcome oneLine = run("head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1");
    assertThat(oneLine.errorLines()).hasSize(1).first().asString().hasSize(200).endsWith("x…");
  }

  @Test
  void errorLinesCannotForgeALogLine() throws Exception {
    assertThat(run("printf 'a\\033[2Jb\\302\\205c\\342\\200\\256d\\n' >&2; exit 1").errorLines())
        .containsExactly("a [2Jb c d");
  }

  /** A zombie does not run: it only waits for its parent to ask how it ended. */
  private static boolean isRunning(Path pid) throws IOException {
    Path status = Path.of("/proc", Files.readString(pid).strip(), "status");
    return Files.exists(status) && !Files.readString(status).contains("State:\tZ");
  }

  private static void assertThatItEnds(long pid) throws IOException {
    ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }
}
