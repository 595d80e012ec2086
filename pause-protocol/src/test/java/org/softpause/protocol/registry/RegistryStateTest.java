package org.softpause.protocol.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;
import org.web3j.crypto.Hash;

class RegistryStateTest {
  private final RegistryState empty = TestRegistry.state();

  private static RegistryState busy() {
    RegistryState state = TestRegistry.state();
    state = TestRegistry.anchor(state, new PauseBuilder().slot(10).drill(true).build(), NOW);
    Pause pause = new PauseBuilder().slot(3).build();
    state = TestRegistry.anchor(state, pause, NOW + 1);
    return TestRegistry.anchor(
        state, TestRegistry.lift(3, pause.id(TestRegistry.DOMAIN), NOW + 20), NOW + 20);
  }

  @Test
  void eachEntryIsChainedOntoTheHeadBeforeIt() {
    Pause pause = new PauseBuilder().build();
    RegistryState state = TestRegistry.anchor(empty, pause, NOW);
    byte[] packed =
        ByteBuffer.allocate(70)
            .put(empty.head().bytes())
            .put(pause.id(TestRegistry.DOMAIN).bytes())
            .putShort((short) (NOW >>> 32))
            .putInt((int) NOW)
            .array();
    assertThat(state.head()).isEqualTo(Bytes32.of(Hash.sha3(packed)));
    assertThat(state.sequence()).isEqualTo(1);
    assertThat(state.lastAnchoredAt()).isEqualTo(NOW);
  }

  @Test
  void theLogHasNoGapsAndNoWayBack() {
    Pause pause = new PauseBuilder().build();
    Certificate certificate = TestRegistry.certify(pause);
    assertRefused(Rule.LOG_SEQUENCE_BROKEN, () -> empty.apply(new LogEntry(2, NOW, certificate)));
    assertRefused(Rule.LOG_SEQUENCE_BROKEN, () -> empty.apply(new LogEntry(0, NOW, certificate)));
    long early = TestRegistry.DEPLOYED_AT - 1;
    Certificate old =
        TestRegistry.certify(
            new PauseBuilder().proposedAt(early).effectiveAt(early).anchorBy(NOW).build());
    assertRefused(Rule.LOG_TIME_BACKWARDS, () -> empty.apply(new LogEntry(1, early, old)));
  }

  @Test
  void theTimeOfAnEntryIsThatOfItsAnchoring() {
    Certificate certificate = TestRegistry.certify(new PauseBuilder().anchorBy(NOW).build());
    assertThat(empty.apply(new LogEntry(1, NOW, certificate)).sequence()).isEqualTo(1);
    assertRefused(Rule.ANCHOR_BY_PASSED, () -> empty.apply(new LogEntry(1, NOW + 1, certificate)));
  }

  @Test
  void aRefusedEntryChangesNothing() {
    RegistryState before = busy();
    assertRefused(
        Rule.SLOT_OCCUPIED,
        () -> TestRegistry.anchor(before, new PauseBuilder().slot(3).build(), NOW + 21));
    assertThat(before).isEqualTo(busy());
  }

  @Test
  void itIsLiveOnceEachMandateHasDrilled() {
    assertThat(empty.live()).isFalse();
    RegistryState one =
        TestRegistry.anchor(empty, new PauseBuilder().slot(10).drill(true).build(), NOW);
    assertThat(one.live()).isFalse();
    Pause other = new PauseBuilder().mandate(MandateName.EMERGENCY).slot(15).drill(true).build();
    assertThat(TestRegistry.anchor(one, other, NOW).live()).isTrue();
    RegistryState real = TestRegistry.anchor(empty, new PauseBuilder().build(), NOW);
    assertThat(real.live()).isFalse();
  }

  @Test
  void aLiftedPauseStaysKnownWithItsTime() {
    Slot slot = new Slot(3);
    RegistryState busy = busy();
    assertThat(busy.slot(slot).latestProposedAt()).isEqualTo(NOW + 20);
    assertThat(busy.occupant(slot, NOW + 20))
        .get()
        .extracting(AnchoredPause::liftedAt)
        .isEqualTo(NOW + 20);
    assertThat(busy.occupant(slot, NOW + 20 + 12)).isPresent();
    assertThat(busy.occupant(slot, NOW + 20 + 13)).isEmpty();
    assertThat(busy().pauses()).hasSize(2);
  }

  @Test
  void aPauseLiftedBeforeItBeginsFreesItsSlotAtOnce() {
    Pause pause = new PauseBuilder().slot(3).build();
    Bytes32 id = pause.id(TestRegistry.DOMAIN);
    RegistryState paused = TestRegistry.anchor(empty, pause, NOW);
    long start = NOW + TestRegistry.PARAMETERS.leadSeconds();
    Slot slot = new Slot(3);
    assertThat(
            TestRegistry.anchor(paused, TestRegistry.lift(3, id, start), start)
                .occupant(slot, start))
        .isEmpty();
    RegistryState later =
        TestRegistry.anchor(paused, TestRegistry.lift(3, id, start + 1), start + 1);
    assertThat(later.occupant(slot, start + 1 + 12)).isPresent();
    assertThat(later.occupant(slot, start + 1 + 13)).isEmpty();
  }

  @Test
  void aStateIsReadBackFromItsJson() {
    RegistryState state = busy();
    byte[] json = CanonicalJson.encode(RegistryStateJson.write(state));
    assertThat(read(json)).isEqualTo(state);
  }

  @Test
  void aStateOfAnotherRegistryIsRefused() {
    String json = new String(CanonicalJson.encode(RegistryStateJson.write(busy())), UTF_8);
    String head0 = TestRegistry.genesis().head0().toString();
    assertRefused(
        Rule.STATE_OF_ANOTHER_REGISTRY,
        () -> read(json.replace(head0, Bytes32.ZERO.toString()).getBytes(UTF_8)));
    assertRefused(
        Rule.STATE_MALFORMED,
        () -> read(json.replace("\"ceilingBps\":500", "\"ceilingBps\":600").getBytes(UTF_8)));
  }

  private static RegistryState read(byte[] json) {
    return StrictJson.read(json, 1 << 16, in -> RegistryStateJson.read(in, TestRegistry.genesis()));
  }
}
