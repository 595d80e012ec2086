package org.softpause.auditor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.softpause.auditor.world.EncodedEvents;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;

/** A node may invent endless decisions that are within every bound and chained, but unsigned. */
@Tag("deep")
class InventedLogTest {
  private static final int FOLLOWED = 4_096;
  private static final Genesis GENESIS = TestRegistry.genesis(TestRegistry.LICENSED);
  private static final Signature OF_SOMETHING_ELSE =
      TestRegistry.committees(MandateName.STANDING).getFirst().sign(Sha256.hash(new byte[] {1}));

  private final RebuiltLog book = new RebuiltLog(TestRegistry.DOMAIN, new SeededRandom(1));
  private Bytes32 head = GENESIS.head0();

  @Test
  void isNotFollowedToItsEnd() {
    book.accept(EncodedEvents.genesis(GENESIS));
    for (int sequence = 1; sequence < FOLLOWED; sequence++) {
      invent(sequence);
    }
    assertRefused(Rule.SIGNATURE_INVALID, () -> invent(FOLLOWED));
    assertThat(book.badSignatures()).hasSize(FOLLOWED);
  }

  private void invent(int sequence) {
    Renew renew =
        new Renew(
            MandateName.STANDING,
            0,
            TestRegistry.DEPLOYED_AT + 604_800 + sequence,
            NOW + 10_000,
            NOW + 10_060,
            Sha256.hash(new byte[2]));
    Certificate certificate =
        new Certificate(TestRegistry.DOMAIN, renew, List.of(OF_SOMETHING_ELSE, OF_SOMETHING_ELSE));
    LogEntry entry = new LogEntry(sequence, NOW + 10_000, certificate);
    byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(entry.anchoredAt()).array();
    head =
        Keccak256.hash(
            head.bytes(), certificate.id().bytes(), Arrays.copyOfRange(time, 2, Long.BYTES));
    book.accept(EncodedEvents.anchored(entry, head));
  }
}
