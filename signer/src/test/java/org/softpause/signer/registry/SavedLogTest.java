package org.softpause.signer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.transport.GatheringLimits;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestHttpServer;
import org.softpause.signer.world.TestHttpServer.Answer;

/** A log of twenty drills, verified once and gone on from. */
class SavedLogTest {
  private static final int ENTRIES = 20;
  private static final List<LogEntry> LOG = drills(ENTRIES, 5000);

  @TempDir Path folder;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private List<LogEntry> shown = LOG;
  private int pageSize = ENTRIES;
  private TestHttpServer board;
  private SignerStore store;

  @BeforeEach
  void aSignerBeforeItsService() throws IOException {
    SecureRandom random = new SeededRandom(6);
    board = new TestHttpServer((method, path, body) -> answer(path));
    store =
        Fixtures.store(
            folder.resolve("home"), new PosixDisk(), SoftwareIdentity.generate(random), random);
  }

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void theSecondRunAsksOnlyForTheNewestEntry() {
    RegistryState first = fetch();
    assertThat(first.sequence()).isEqualTo(ENTRIES);
    asked.clear();
    assertThat(fetch()).isEqualTo(first);
    assertThat(asked.getFirst()).isEqualTo(LogReplay.path(ENTRIES - 1));
  }

  @Test
  void aLogThatDoesNotJoinTheSavedOneIsReplayedFromTheGenesis() {
    fetch();
    shown = drills(ENTRIES, 4000);
    asked.clear();
    assertThat(fetch().sequence()).isEqualTo(ENTRIES);
    assertThat(asked).contains(LogReplay.path(ENTRIES - 1), LogReplay.path(0));
  }

  @Test
  void aLogShorterThanTheSavedOneIsRefused() {
    fetch();
    for (int length : List.of(ENTRIES - 1, 1, 0)) {
      shown = LOG.subList(0, length);
      assertThatThrownBy(this::fetch)
          .isInstanceOfSatisfying(
              RuleViolation.class,
              refused -> assertThat(refused.rule()).isEqualTo(Rule.LOG_ROLLBACK))
          .hasMessageContaining(
              "shows " + length + " entries of the log, but this signer has verified " + ENTRIES);
    }
    shown = LOG;
    assertThat(fetch().sequence()).isEqualTo(ENTRIES);
  }

  /** One entry a page, and a gathering that ends with the 19th answer. */
  @Test
  void aLogTooLongForOneGatheringIsRefusedByNameAndItsVerifiedPartIsKept() {
    pageSize = 1;
    PinnedRegistry registry = new PinnedRegistry(TestRegistry.deployment());
    ServiceClient few =
        board.client().gathering(new GatheringLimits(Duration.ofMinutes(1), 1 << 20, 19));
    assertThatThrownBy(() -> LogReplay.fetch(few, registry, store))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.GATHERING_EXCEEDED))
        .hasMessageContaining("at most 19 requests");
    assertThat(asked).doesNotHaveDuplicates();
    asked.clear();
    assertThat(fetch().sequence()).isEqualTo(ENTRIES);
    assertThat(asked.getFirst()).isEqualTo(LogReplay.path(18));
  }

  @Test
  void aDamagedFileOnlyMeansVerifyingAgain() throws IOException {
    RegistryState first = fetch();
    Path file = folder.resolve("home").resolve("log");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    asked.clear();
    assertThat(fetch()).isEqualTo(first);
    assertThat(asked.getFirst()).isEqualTo(LogReplay.path(0));
  }

  private RegistryState fetch() {
    ServiceClient service = board.client();
    return LogReplay.fetch(service, new PinnedRegistry(TestRegistry.deployment()), store).state();
  }

  private Answer answer(String path) {
    asked.add(path);
    if (path.equals("/v1/head")) {
      RegistryState head = TestRegistry.state();
      for (LogEntry entry : shown) {
        head = head.apply(entry);
      }
      return Answer.of(
          new ObjectWriter()
              .number("sequence", head.sequence())
              .bytes32("head", head.head())
              .toJson());
    }
    int after = Integer.parseInt(path.replaceAll(".*after=([0-9]+)&.*", "$1"));
    int from = Math.min(after, shown.size());
    return Answer.of(
        new ObjectWriter()
            .array(
                "entries",
                shown.subList(from, Math.min(from + pageSize, shown.size())),
                entry -> new ObjectWriter().json("entry", entry.toJson()).toJson())
            .toJson());
  }

  private static List<LogEntry> drills(int count, int ceilingBps) {
    List<LogEntry> log = new ArrayList<>();
    RegistryState state = TestRegistry.state();
    for (int i = 0; i < count; i++) {
      long at = TestRegistry.NOW + i * 1000L;
      LogEntry entry =
          TestRegistry.entry(
              state,
              new PauseBuilder()
                  .slot(10)
                  .drill(true)
                  .ceilingBps(ceilingBps)
                  .proposedAt(at)
                  .anchorBy(at + 600)
                  .effectiveAt(at)
                  .expiresAt(at + 500)
                  .build(),
              at);
      state = state.apply(entry);
      log.add(entry);
    }
    return log;
  }
}
