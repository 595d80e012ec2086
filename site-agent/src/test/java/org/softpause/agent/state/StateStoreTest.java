package org.softpause.agent.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.agent.world.ShownTokens;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.World;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.registry.LogEntry;

/** Tampers with the disk of an agent at 5 %. */
class StateStoreTest {
  private static final List<String> ALL = List.of("state-a", "state-b", "log-a", "log-b");

  @TempDir Path folder;
  private Path files;
  private AgentState before;

  @BeforeEach
  void begin() throws IOException {
    files = folder.resolve("agent");
    before = ShownTokens.state(2, World.BEGINNING).withEnforced(new EnforcedLevel(500, 500));
    StateStore store = StateStore.open(files);
    store.enrol(ShownTokens.state(1, World.BEGINNING));
    store.save(before);
  }

  private StateStore.Found read() throws IOException {
    return StateStore.open(files).read();
  }

  /** Every position near both ends, and every 97th between. */
  private static IntStream cuts(int length) {
    return IntStream.range(0, length).filter(cut -> cut < 64 || length - cut < 64 || cut % 97 == 0);
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    StateStore.Ready ready = (StateStore.Ready) read();
    assertThat(ready.warnings()).isEmpty();
    assertThat(ready.state().enforced()).isEqualTo(new EnforcedLevel(500, 500));
    assertThat(ready.state().log().length()).isEqualTo(2);
    assertThat(ready.state().log().head()).isEqualTo(ShownTokens.LOG.head());
    assertThat(ready.state().enrolment().site()).isEqualTo(SiteRecords.TRAINING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state-a", "state-b", "log-a", "log-b"})
  void aCopyCutAnywhereIsRepairedFromTheOtherWithAWarning(String name) throws IOException {
    byte[] whole = Files.readAllBytes(files.resolve(name));
    for (int cut : cuts(whole.length).toArray()) {
      Files.write(files.resolve(name), Arrays.copyOf(whole, cut));
      StateStore.Ready ready = (StateStore.Ready) read();
      assertThat(ready.state()).isEqualTo(before);
      boolean onlyTheLastLineBreak = name.startsWith("log") && cut == whole.length - 1;
      assertThat(ready.warnings()).hasSize(onlyTheLastLineBreak ? 0 : 1);
    }
    StateStore.open(files).recover();
    assertThat(Files.readAllBytes(files.resolve(name))).isEqualTo(whole);
    assertThat(((StateStore.Ready) read()).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "log"})
  void bothCopiesCutAnywhereAreAnAlarm(String name) throws IOException {
    byte[] whole = Files.readAllBytes(files.resolve(name + "-a"));
    int last = name.equals("log") ? whole.length - 1 : whole.length;
    for (int cut : cuts(last).toArray()) {
      Files.write(files.resolve(name + "-a"), Arrays.copyOf(whole, cut));
      Files.write(files.resolve(name + "-b"), Arrays.copyOf(whole, cut));
      assertThat(read()).isInstanceOf(StateStore.Damaged.class);
    }
  }

  @Test
  void anEditedLogEntryIsNoLog() throws IOException {
    for (String name : List.of("log-a", "log-b")) {
      String text = Files.readString(files.resolve(name));
      Files.writeString(
          files.resolve(name), text.replace("\"anchoredAt\":18", "\"anchoredAt\":17"));
    }
    assertThat(read()).isInstanceOf(StateStore.Damaged.class);
  }

  @Test
  void aLostStateIsToldFromOneThatNeverWas() throws IOException {
    for (String name : ALL) {
      Files.delete(files.resolve(name));
    }
    assertThat(read()).isEqualTo(new StateStore.Damaged("both copies of the state are gone"));
    assertThat(StateStore.open(folder.resolve("new")).read())
        .isInstanceOf(StateStore.NeverEnrolled.class);
  }

  @Test
  void entriesWrittenJustBeforeAKillAreDropped() throws IOException {
    byte[] log = Files.readAllBytes(files.resolve("log-a"));
    for (int cut = 1; cut < log.length; cut += 211) {
      byte[] longer = Arrays.copyOf(log, log.length + cut);
      System.arraycopy(log, 0, longer, log.length, cut);
      Files.write(files.resolve("log-a"), longer);
      StateStore.Ready ready = (StateStore.Ready) StateStore.open(files).recover();
      assertThat(ready.state()).isEqualTo(before);
      assertThat(Files.readAllBytes(files.resolve("log-a"))).isEqualTo(log);
    }
  }

  @Test
  void twoAgentsCannotWorkOnOneState() throws IOException {
    StateStore one = StateStore.open(files);
    one.lock();
    assertThatThrownBy(() -> StateStore.open(files).lock())
        .isInstanceOf(OverlappingFileLockException.class);
  }

  @Test
  void theLockIsHeldInAFolderThatWasNotThereBefore() throws IOException {
    StateStore fresh = StateStore.open(folder.resolve("new"));
    assertThat(fresh.lock().isValid()).isTrue();
  }

  @Test
  void whatCannotBeRecoveredIsToldAndNothingIsWritten() throws IOException {
    assertThat(StateStore.open(folder.resolve("new")).recover())
        .isEqualTo(new StateStore.NeverEnrolled());
    assertThat(folder.resolve("new")).doesNotExist();
    Files.write(files.resolve("state-a"), new byte[] {1});
    Files.write(files.resolve("state-b"), new byte[] {1});
    assertThat(StateStore.open(files).recover()).isInstanceOf(StateStore.Damaged.class);
    assertThat(Files.readAllBytes(files.resolve("state-a"))).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log-a", "log-b"})
  void aLostCopyOfTheLogIsToldAndRestored(String name) throws IOException {
    byte[] whole = Files.readAllBytes(files.resolve(name));
    Files.delete(files.resolve(name));
    assertThat(((StateStore.Ready) read()).warnings())
        .containsExactly(name + " was damaged and is repaired from the other copy");
    StateStore.open(files).recover();
    assertThat(Files.readAllBytes(files.resolve(name))).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log-a", "log-b", "enrolled"})
  void whatIsWholeIsNotWrittenAgain(String name) throws IOException {
    FileTime past = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(files.resolve(name), past);
    StateStore.open(files).recover();
    assertThat(Files.getLastModifiedTime(files.resolve(name))).isEqualTo(past);
  }

  @Test
  void aLostMarkerIsWrittenAgain() throws IOException {
    Files.delete(files.resolve("enrolled"));
    StateStore.open(files).recover();
    for (String name : ALL) {
      Files.delete(files.resolve(name));
    }
    assertThat(read()).isInstanceOf(StateStore.Damaged.class);
  }

  @Test
  void aWholeDocumentThatIsNoStateIsDamaged() throws IOException {
    new RedundantFile(DurableFolder.open(files), "state")
        .write(new ChecksummedDocument(9, "{}".getBytes(UTF_8)));
    assertThat(read())
        .isInstanceOfSatisfying(
            StateStore.Damaged.class,
            damaged -> assertThat(damaged.detail()).startsWith("the state cannot be read: "));
  }

  @Test
  void aStateOfAnUnknownVersionIsDamaged() throws IOException {
    String known = new String(StateDocument.of(before).encode(), UTF_8);
    new RedundantFile(DurableFolder.open(files), "state")
        .write(new ChecksummedDocument(9, known.replace("state-v2", "state-v3").getBytes(UTF_8)));
    assertThat(read()).isInstanceOf(StateStore.Damaged.class);
  }

  @Test
  void aStateWhoseHeadNoCopyOfTheLogLeadsToIsDamaged() throws IOException {
    Files.write(files.resolve("log-a"), new byte[0]);
    Files.write(files.resolve("log-b"), new byte[0]);
    assertThat(read())
        .isEqualTo(
            new StateStore.Damaged("no copy of the log leads to head " + before.log().head()));
  }

  @Test
  void aSaveThatAddsNoEntryLeavesTheLogAlone() throws IOException {
    StateStore store = StateStore.open(files);
    store.recover();
    Files.delete(files.resolve("log-a"));
    store.save(before.withEnforced(EnforcedLevel.FULL));
    assertThat(files.resolve("log-a")).doesNotExist();
  }

  @Test
  void ofTwoCopiesWrittenAfterOneAnotherTheLaterCounts() throws IOException {
    StateStore store = StateStore.open(files);
    store.recover();
    byte[] older = Files.readAllBytes(files.resolve("state-b"));
    store.save(before.withEnforced(new EnforcedLevel(100, 100)));
    Files.write(files.resolve("state-b"), older);
    assertThat(((StateStore.Ready) read()).state().enforced())
        .isEqualTo(new EnforcedLevel(100, 100));
  }

  @Test
  void theFirstVersionOfTheStateIsStillReadWithoutWhatWasOnlyCertified() throws IOException {
    RedundantFile document = new RedundantFile(DurableFolder.open(files), "state");
    RedundantFile.Whole whole = (RedundantFile.Whole) document.read();
    String second = new String(whole.document().body(), UTF_8);
    LogEntry pause = ShownTokens.LOG.entries().getLast();
    String certificate = new String(CanonicalJson.encode(pause.certificate().toJson()), UTF_8);
    String entry =
        "{\"assurance\":\"CERTIFIED\",\"certificate\":%s,\"earliestClaim\":%d,\"firstSeen\":9,\"latestClaim\":8}";
    String first =
        second
            .replace("state-v2", "state-v1")
            .replace(",\"refuted\":[]", "")
            .replace(
                "\"overlay\":[]",
                "\"overlay\":["
                    + entry.formatted(certificate, 0)
                    + ","
                    + entry.formatted(certificate, 7)
                    + "]");
    document.write(new ChecksummedDocument(whole.document().generation(), first.getBytes(UTF_8)));
    AgentState state = ((StateStore.Ready) read()).state();
    assertThat(state.overlay().entries())
        .singleElement()
        .satisfies(kept -> assertThat(kept.claimed()).isEqualTo(7));
    assertThat(state.enforced()).isEqualTo(new EnforcedLevel(500, 500));
  }
}
