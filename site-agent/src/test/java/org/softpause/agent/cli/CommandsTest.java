package org.softpause.agent.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;

class CommandsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private World world;
  private Path config;

  @BeforeEach
  void begin() {
    world = World.live(folder);
    config = world.configFile(SiteRecords.TRAINING);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private int agent(String... arguments) {
    out.reset();
    err.reset();
    AgentConsole console =
        new AgentConsole(
            world.clock(),
            span -> world.pass(span.toSeconds()),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config");
    all.add(config.toString());
    return SiteAgent.commands(console).execute(all.toArray(String[]::new));
  }

  private String answer() {
    return out.toString(UTF_8);
  }

  private Map<String, byte[]> disk() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(world.state(SiteRecords.TRAINING))) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void enrolmentIsDoneOnceAndStartedOverOnlyOnRequest() {
    assertThat(agent("enrol")).isZero();
    assertThat(answer()).contains("INFO  enrolled: site Alpenrechner", "sequence 1");
    assertThat(agent("enrol")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).startsWith("refused: already-enrolled: ");
    assertThat(agent("enrol", "--again")).isZero();
  }

  @Test
  void enrolmentIsTriedAgainUntilASourceThatWasBehindHasCaughtUp() {
    world.clock().pass(1);
    world.anchorPause();
    world.service().finalise(world.clock().seconds());
    assertThat(agent("enrol")).isZero();
    assertThat(answer())
        .contains("WARN  not enrolled yet", "head-not-proven", "INFO  enrolled: site Alpenrechner");
  }

  @Test
  void enrolmentGivesUpWhenNothingHasChangedAfterTenAttempts() {
    world.node(0).fallSilent(true);
    long before = world.clock().seconds();
    assertThat(agent("enrol")).isEqualTo(3);
    assertThat(world.clock().seconds() - before).isEqualTo(9);
  }

  @Test
  void checkSaysWhatTheAgentWouldDoAndWritesNothing() throws IOException {
    TestAgent running = TestAgent.enrolled(world, SiteRecords.TRAINING);
    running.cycle();
    LogEntry pause = world.anchorPause();
    world.pass(60);
    Map<String, byte[]> before = disk();
    assertThat(agent("check", "--json")).isZero();
    assertThat(answer())
        .contains(
            "\"assurance\":\"PROVEN\"",
            "\"ceilingBps\":500",
            "\"rule\":\"\"",
            "\"sequence\":2",
            "\"verdict\":\"accepted\"");
    assertThat(disk()).usingRecursiveComparison().isEqualTo(before);
    running.cycle();
    running.settle();
    before = disk();
    String past = Instant.ofEpochSecond(pause.anchoredAt() + 4000).toString();
    assertThat(agent("check", "--clock", past, "--json")).isEqualTo(1);
    assertThat(answer())
        .contains(
            "\"assurance\":\"NONE\"",
            "\"ceilingBps\":500",
            "\"rule\":\"token-expired\"",
            "\"verdict\":\"refused\"");
    assertThat(disk()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void checkTakesATokenFromAFileOrAnAddress() throws IOException {
    TestAgent.enrolled(world, SiteRecords.TRAINING);
    Path file = folder.resolve("token.jwt");
    String token = world.service().sign(world.service().truth());
    Files.write(file, (token + "\n").getBytes(US_ASCII));
    assertThat(agent("check", "--token", file.toString())).isZero();
    assertThat(answer()).startsWith("accepted: ").contains("the ceiling would be 100.00 %");
    assertThat(agent("check", "--token", world.service().address() + "/v1/tokens/latest")).isZero();
    Files.write(file, token.substring(0, 100).getBytes(US_ASCII));
    assertThat(agent("check", "--token", file.toString())).isEqualTo(1);
    assertThat(answer()).startsWith("refused token-malformed: ");
    assertThat(agent("check", "--token", folder.resolve("none").toString())).isEqualTo(3);
  }

  @Test
  void withoutEnrolmentThereIsNothingToCheckAgainst() {
    assertThat(agent("check")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).startsWith("refused: not-enrolled: ");
    assertThat(world.state(SiteRecords.TRAINING)).as("check writes nothing").doesNotExist();
  }

  @Test
  void aDamagedStateIsAnAlarmAndEnrolmentStartsFromTheLastLevelTold() throws IOException {
    TestAgent running = TestAgent.enrolled(world, SiteRecords.TRAINING);
    world.anchorPause();
    running.cycle();
    running.settle();
    for (String name : List.of("state-a", "state-b")) {
      Files.write(world.state(SiteRecords.TRAINING).resolve(name), new byte[7]);
    }
    assertThat(agent("run")).isEqualTo(1);
    assertThat(answer()).contains("ALARM the durable state is lost or damaged");
    assertThat(err.toString(UTF_8)).startsWith("refused: agent-state-damaged: ");
    assertThat(agent("enrol")).isZero();
    assertThat(running.state().enforced().levelBps()).isEqualTo(500);
  }

  @Test
  void aServiceThatIsNotThereIsNoRefusal() {
    TestAgent.enrolled(world, SiteRecords.TRAINING);
    world.service().goAway(true);
    assertThat(agent("check", "--json")).isEqualTo(3);
    assertThat(answer()).contains("\"verdict\":\"absent\"");
  }

  @Test
  void statusPrintsWhatTheAgentWroteLast() {
    TestAgent running = TestAgent.enrolled(world, SiteRecords.TRAINING);
    running.cycle();
    assertThat(agent("status")).isZero();
    assertThat(answer())
        .contains("\"ceilingBps\":10000", "\"name\":\"Alpenrechner\"", "\"verdict\":\"accepted\"");
  }

  @Test
  void aConfigurationThatSaysMoreThanIsKnownIsRefused() {
    world.editFile(config.getFileName().toString(), "\"pollSeconds\"", "\"polSeconds\"");
    assertThat(agent("check")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("unknown-member: polSeconds");
    config = folder.resolve("missing.json");
    assertThat(agent("check")).isEqualTo(2);
  }

  @Test
  void aHeadAgeBeyondTheProtocolsHourIsRefused() {
    for (String seconds : List.of("3600", "3601")) {
      world.configFile(SiteRecords.TRAINING);
      world.editFile(
          "agent.json",
          "\"pollSeconds\":1",
          "\"maxHeadAgeSeconds\":" + seconds + ",\"pollSeconds\":1");
      assertThat(agent("enrol")).isEqualTo(seconds.equals("3600") ? 0 : 1);
    }
    assertThat(err.toString(UTF_8)).contains("out-of-range: maxHeadAgeSeconds");
  }

  @Test
  void enrolAndStatusWarnBelowThreeSources() {
    assertThat(agent("enrol")).isZero();
    assertThat(answer()).contains("WARN  only 1 own block source(s) configured");
    TestAgent.enrolled(world, SiteRecords.TRAINING).cycle();
    assertThat(agent("status")).isZero();
    assertThat(err.toString(UTF_8)).startsWith("only 1 own block source(s) configured");
    assertThat(answer()).startsWith("{");
  }
}
