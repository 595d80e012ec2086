package org.softpause.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.softpause.e2e.process.Poll;

@Tag("demo")
class DemoIT {

  private static final Pattern GAS = Pattern.compile("for (\\d+) gas");

  @Test
  void theStoryComesOutAsDescribedAndLeavesNothingRunning()
      throws IOException, InterruptedException {
    Process demo = start("--once");
    String story = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(demo.waitFor()).as(story).isZero();
    assertThat(story)
        .contains("1  ", "2  ", "3  ", "4  ", "5  ", "6  ", "7  ", "8  ")
        .contains("Rhine training cluster runs at 5 % (PROVEN)")
        .contains("Prairie inference cluster runs at 100 % (PROVEN)")
        .contains("University cluster runs at 100 % (PROVEN)")
        .contains("Every step came out as described");
    assertThat(story.lines().filter(line -> line.contains("refused by the "))).hasSize(11);
    assertThat(gasIn(story)).hasSize(2).allMatch(gas -> gas <= 85_000);
  }

  @Test
  void aDemoThatIsInterruptedTakesEverythingWithIt() throws IOException, InterruptedException {
    Process demo = start("--once");
    try (BufferedReader story = demo.inputReader(StandardCharsets.UTF_8)) {
      assertThat(story.lines().anyMatch(line -> line.contains("PostgreSQL 18"))).isTrue();
      List<ProcessHandle> children = demo.descendants().toList();
      assertThat(children).isNotEmpty();
      demo.destroy();
      demo.waitFor();
      for (ProcessHandle child : children) {
        Poll.untilTrue(
            "process " + child.pid() + " to end", Duration.ofSeconds(20), () -> !child.isAlive());
      }
    }
  }

  @Test
  void anUnknownOptionIsNamed() throws IOException, InterruptedException {
    Process demo = start("--twice");
    assertThat(new String(demo.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("--twice");
    assertThat(demo.waitFor()).isEqualTo(2);
  }

  private static Process start(String option) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dstdout.encoding=UTF-8",
            Demo.class.getName(),
            option)
        .start();
  }

  private static List<Integer> gasIn(String story) {
    return GAS.matcher(story).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }
}
