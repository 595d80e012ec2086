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
    assertThat(((OrderOutcome.Failed) outcome).detail()).contains("could not be started");
  }

  @Test
  void aProgramThatHangsIsEndedTogetherWithWhatItStarted() throws Exception {
    Path child = folder.resolve("child");
    OrderOutcome outcome =
        run("sleep 600 & echo $! > " + child + "; sleep 601; true", Duration.ofSeconds(2));
    assertThat(((OrderOutcome.Failed) outcome).detail()).contains("not done within 2 s");
    assertThatItEnds(Long.parseLong(Files.readString(child).strip()));
  }

  private static void assertThatItEnds(long pid) throws IOException {
    ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }
}
