package org.softpause.authz.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;

class EventReplayTest {
  private static final LogEntry ENTRY =
      new LogEntry(1, TestRegistry.NOW, TestRegistry.certify(new PauseBuilder().build()));

  private final RegistryState genesis = TestRegistry.state();

  @Test
  void anEventThatStatesTheHeadOfItsReplayIsFollowed() {
    RegistryState after = genesis.apply(ENTRY);
    assertThat(EventReplay.apply(genesis, List.of(stating(after.head()))).head())
        .isEqualTo(after.head());
  }

  @Test
  void anEventThatStatesAnotherHeadThanItsReplayGivesIsRefused() {
    assertThatThrownBy(() -> EventReplay.apply(genesis, List.of(stating(Bytes32.ZERO))))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            violation -> assertThat(violation.rule()).isEqualTo(Rule.LOG_HEAD_MISMATCH));
  }

  private static LoggedEntry stating(Bytes32 head) {
    return new LoggedEntry(ENTRY, head, 9, Bytes32.ZERO, Bytes32.ZERO);
  }
}
