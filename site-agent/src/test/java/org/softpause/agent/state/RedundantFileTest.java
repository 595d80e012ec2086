package org.softpause.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Sha256;

class RedundantFileTest {
  private static final byte[] BODY = "{\"level\":500}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private RedundantFile copies;

  @BeforeEach
  void open() throws IOException {
    copies = new RedundantFile(DurableFolder.open(folder), "state");
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    copies.write(new ChecksummedDocument(7, BODY));
    RedundantFile.Whole whole = (RedundantFile.Whole) copies.read();
    assertThat(whole.document().generation()).isEqualTo(7);
    assertThat(whole.document().body()).isEqualTo(BODY);
    assertThat(whole.repaired()).isEmpty();
  }

  @Test
  void anEmptyFolderHoldsNothing() throws IOException {
    assertThat(copies.read()).isInstanceOf(RedundantFile.Nothing.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state-a", "state-b"})
  void aCopyCutAtAnyByteIsRepairedFromTheOtherWithAWarning(String cut) throws IOException {
    byte[] whole = new ChecksummedDocument(7, BODY).encode();
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve("state-a"), whole);
      Files.write(folder.resolve("state-b"), whole);
      Files.write(folder.resolve(cut), Arrays.copyOf(whole, length));
      RedundantFile.Whole found = (RedundantFile.Whole) copies.recover();
      assertThat(found.document().body()).isEqualTo(BODY);
      assertThat(found.repaired().orElseThrow()).contains(cut);
      assertThat(Files.readAllBytes(folder.resolve(cut))).isEqualTo(whole);
    }
  }

  @Test
  void bothCopiesCutAtAnyByteAreAnAlarm() throws IOException {
    byte[] whole = new ChecksummedDocument(7, BODY).encode();
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve("state-a"), Arrays.copyOf(whole, length));
      Files.write(folder.resolve("state-b"), Arrays.copyOf(whole, length));
      assertThat(copies.recover()).isInstanceOf(RedundantFile.Damaged.class);
    }
  }

  @Test
  void aFlippedBitAnywhereMakesACopyUnreadable() {
    byte[] whole = new ChecksummedDocument(7, BODY).encode();
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(ChecksummedDocument.decode(flipped)).isEmpty();
    }
  }

  @Test
  void anEmptyBodyIsADocumentToo() {
    assertThat(ChecksummedDocument.decode(new ChecksummedDocument(7, new byte[0]).encode()))
        .hasValueSatisfying(document -> assertThat(document.body()).isEmpty());
  }

  /** Byte 0 is of the magic, byte 19 the last of the length. */
  @ParameterizedTest
  @ValueSource(ints = {0, 19})
  void anotherMagicOrLengthIsRefusedThoughTheChecksumIsRight(int position) {
    byte[] copy = new ChecksummedDocument(7, BODY).encode();
    copy[position] ^= 1;
    byte[] content = Arrays.copyOf(copy, copy.length - 32);
    System.arraycopy(Sha256.hash(content).bytes(), 0, copy, content.length, 32);
    assertThat(ChecksummedDocument.decode(copy)).isEmpty();
  }

  @Test
  void ofTwoWholeCopiesTheNewerCounts() throws IOException {
    copies.write(new ChecksummedDocument(7, BODY));
    Files.write(folder.resolve("state-a"), new ChecksummedDocument(8, new byte[] {1}).encode());
    RedundantFile.Whole found = (RedundantFile.Whole) copies.recover();
    assertThat(found.document().generation()).isEqualTo(8);
    assertThat(Files.readAllBytes(folder.resolve("state-b")))
        .isEqualTo(new ChecksummedDocument(8, new byte[] {1}).encode());
  }
}
