package org.softpause.auditor.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.TokenIssuer;
import org.softpause.protocol.token.TokenKey;

class EquivocationProofTest {
  private static final TokenKey KEY = TokenKey.generate(new SeededRandom(1));
  private static final TokenKey OTHER_KEY = TokenKey.generate(new SeededRandom(2));
  private static final List<LogEntry> LOG = log(500);
  private static final List<LogEntry> OTHER_LOG = log(600);

  /** Returns a log with a drill and two pauses to this ceiling. */
  private static List<LogEntry> log(int ceilingBps) {
    List<LogEntry> log = new ArrayList<>();
    RegistryState state = TestRegistry.state();
    for (int i = 0; i < 3; i++) {
      PauseBuilder builder = new PauseBuilder().slot(i);
      Pause pause =
          i == 0 ? builder.slot(10).drill(true).build() : builder.ceilingBps(ceilingBps).build();
      log.add(TestRegistry.entry(state, pause, NOW + i));
      state = state.apply(log.getLast());
    }
    return log;
  }

  private static Bytes32 head(List<LogEntry> log, int sequence) {
    RegistryState state = TestRegistry.state();
    for (LogEntry entry : log.subList(0, sequence)) {
      state = state.apply(entry);
    }
    return state.head();
  }

  private static String token(List<LogEntry> log, int from, int sequence) {
    return token(log, from, sequence, new BlockRef(100 + sequence, Bytes32.ZERO, NOW + 100));
  }

  private static String token(List<LogEntry> log, int from, int sequence, BlockRef block) {
    Attestation attestation =
        new Attestation(
            TestRegistry.DOMAIN,
            sequence,
            head(log, sequence),
            block,
            from,
            log.subList(from, sequence),
            List.of(),
            Optional.empty());
    return new TokenIssuer(KEY, "https://service.example", Duration.ofMinutes(5))
        .issue(attestation, NOW);
  }

  private static EquivocationProof compare(String one, String other) {
    return EquivocationProof.of(KEY.publicIdentity(), one, other);
  }

  private static void assertHonest(String one, String other) {
    assertRefused(Rule.TOKEN_NO_CONTRADICTION, () -> compare(one, other));
    assertRefused(Rule.TOKEN_NO_CONTRADICTION, () -> compare(other, one));
  }

  @Test
  void twoHeadsForOneSequenceAreALie() {
    EquivocationProof lie = compare(token(LOG, 3, 3), token(OTHER_LOG, 3, 3));
    assertThat(lie.what()).startsWith("two heads after 3 entries");
  }

  @Test
  void twoEntriesWithOneNumberAreALieWhateverTheTokensEndWith() {
    EquivocationProof lie = compare(token(LOG, 0, 2), token(OTHER_LOG, 1, 3));
    assertThat(lie.what()).startsWith("two entries with the number 2");
  }

  @Test
  void aHeadThatTheLaterLogDoesNotGoOnFromIsALie() {
    EquivocationProof lie = compare(token(LOG, 2, 2), token(OTHER_LOG, 2, 3));
    assertThat(lie.what()).contains("does not lead to");
  }

  @Test
  void twoFinalBlocksOfOneNumberAreALie() {
    BlockRef block = new BlockRef(102, Bytes32.parse("0x" + "1".repeat(64)), NOW + 100);
    EquivocationProof lie = compare(token(LOG, 0, 2), token(LOG, 0, 2, block));
    assertThat(lie.what()).startsWith("two final blocks with the number 102");
  }

  @Test
  void aLogThatShrinksIsALie() {
    BlockRef later = new BlockRef(110, Bytes32.ZERO, NOW + 200);
    EquivocationProof lie = compare(token(LOG, 0, 3), token(LOG, 0, 2, later));
    assertThat(lie.what()).contains("fewer, 2, at the later block 110");
  }

  @Test
  void anHonestServiceHasNothingToFear() {
    for (int one = 0; one <= 3; one++) {
      for (int other = 0; other <= 3; other++) {
        assertHonest(token(LOG, 0, one), token(LOG, 0, other));
        assertHonest(token(LOG, one, one), token(LOG, other, other));
      }
    }
  }

  @Test
  void aLogOfWhichNothingIsCommonProvesNothing() {
    assertHonest(token(LOG, 0, 1), token(OTHER_LOG, 2, 3));
  }

  @Test
  void anotherKeysTokenIsNoEvidence() {
    assertRefused(
        Rule.TOKEN_WRONG_KEY,
        () ->
            EquivocationProof.of(
                OTHER_KEY.publicIdentity(), token(LOG, 0, 3), token(OTHER_LOG, 0, 3)));
  }

  @Test
  void theProofIsAFileThatAnyoneCanCheck() {
    EquivocationProof lie = compare(token(LOG, 0, 3), token(OTHER_LOG, 0, 3));
    byte[] file = CanonicalJson.encode(lie.toJson());
    assertThat(EquivocationProof.parse(file)).isEqualTo(lie);
  }

  @Test
  void aFileWithTwoHonestTokensIsNoProof() {
    EquivocationProof honest =
        new EquivocationProof(KEY.publicIdentity(), token(LOG, 0, 2), token(LOG, 0, 3), "slander");
    byte[] file = CanonicalJson.encode(honest.toJson());
    assertRefused(Rule.TOKEN_NO_CONTRADICTION, () -> EquivocationProof.parse(file));
  }
}
