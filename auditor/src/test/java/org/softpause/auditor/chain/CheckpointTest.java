package org.softpause.auditor.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.auditor.world.EncodedEvents;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.EventLog;

class CheckpointTest {
  private static final EventLog GENESIS = EncodedEvents.genesis(TestRegistry.genesis());
  private static final Bytes32 HASH = Bytes32.parse("0x" + "7".repeat(64));

  private final List<EventLog> read = new ArrayList<>();
  private Path file;

  @BeforeEach
  void inAFolder(@TempDir Path folder) {
    file = folder.resolve("checkpoint");
  }

  private Checkpoint open() throws IOException {
    read.clear();
    return Checkpoint.open(file, TestRegistry.DOMAIN, read::addAll);
  }

  @Test
  void whatWasAppendedComesBack() throws IOException {
    Checkpoint first = open();
    assertThat(first.through()).isEqualTo(-1);
    first.append(List.of(GENESIS), 10, HASH);
    first.append(List.of(), 20, HASH);
    Checkpoint second = open();
    assertThat(read).containsExactly(GENESIS);
    assertThat(second.through()).isEqualTo(20);
    assertThat(second.throughHash()).isEqualTo(HASH);
  }

  @Test
  void cutAnywhereItGoesOnFromTheLastWholePiece() throws IOException {
    Checkpoint whole = open();
    long header = Files.size(file);
    whole.append(List.of(GENESIS), 10, HASH);
    long one = Files.size(file);
    whole.append(List.of(GENESIS), 20, HASH);
    byte[] bytes = Files.readAllBytes(file);
    for (int length = (int) header; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      Checkpoint cut = open();
      assertThat(cut.through()).as("cut at %d", length).isEqualTo(length < one ? -1 : 10);
      assertThat(read).hasSize(length < one ? 0 : 1);
      cut.append(List.of(), 30, HASH);
      assertThat(open().through()).isEqualTo(30);
    }
  }

  @Test
  void theCheckpointOfAnotherRegistryIsRefused() throws IOException {
    open().append(List.of(GENESIS), 10, HASH);
    Eip712Domain other = new Eip712Domain(31_337, Address.ZERO);
    assertRefused(Rule.STATE_OF_ANOTHER_REGISTRY, () -> Checkpoint.open(file, other, read::addAll));
  }

  @Test
  void anyOtherFileIsLeftAlone() throws IOException {
    Files.writeString(file, "my diary\n");
    assertRefused(Rule.STATE_OF_ANOTHER_REGISTRY, this::open);
    assertThat(file).hasContent("my diary");
  }

  @Test
  void aLineWithoutEndIsRefusedAtItsLimitAndTheFileLeftAlone() throws IOException {
    open();
    String endless = Files.readString(file) + "1".repeat(70_000);
    Files.writeString(file, endless);
    assertRefused(Rule.TOO_LARGE, this::open);
    assertThat(file).hasContent(endless);
  }

  @Test
  void aPieceIsRefusedOnceItIsLargerThanAnyAnswerOfANode() throws IOException {
    Checkpoint first = open();
    first.append(List.of(GENESIS), 10, HASH);
    int event = Files.readAllLines(file).get(1).length() + 1;
    first.append(Collections.nCopies((4 << 20) / event + 1, GENESIS), 20, HASH);
    assertRefused(Rule.TOO_LARGE, this::open);
  }
}
