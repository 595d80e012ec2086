package org.softpause.agent.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.softpause.protocol.Sha256;

/**
 * A document with a generation and a checksum, as one file on the disk: 8 bytes of magic, the
 * generation (8 bytes), the length of the body (4 bytes), the body, and the SHA-256 of everything
 * before. A cut or a flipped bit makes it unreadable, never different.
 */
final class ChecksummedDocument {
  private static final byte[] MAGIC = "sp-agnt1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = MAGIC.length + Long.BYTES + Integer.BYTES;
  private static final int CHECKSUM = 32;

  private final long generation;
  private final byte[] body;

  ChecksummedDocument(long generation, byte[] body) {
    this.generation = generation;
    this.body = body.clone();
  }

  long generation() {
    return generation;
  }

  byte[] body() {
    return body.clone();
  }

  byte[] encode() {
    ByteBuffer content = ByteBuffer.allocate(HEADER + body.length);
    content.put(MAGIC).putLong(generation).putInt(body.length).put(body);
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    copy.writeBytes(content.array());
    copy.writeBytes(Sha256.hash(content.array()).bytes());
    return copy.toByteArray();
  }

  static Optional<ChecksummedDocument> decode(byte[] copy) {
    if (copy.length < HEADER + CHECKSUM) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(copy, copy.length - CHECKSUM);
    byte[] checksum = Arrays.copyOfRange(copy, content.length, copy.length);
    ByteBuffer header = ByteBuffer.wrap(content);
    byte[] magic = new byte[MAGIC.length];
    header.get(magic);
    long generation = header.getLong();
    boolean whole =
        Arrays.equals(magic, MAGIC)
            && header.getInt() == content.length - HEADER
            && MessageDigest.isEqual(checksum, Sha256.hash(content).bytes());
    return whole
        ? Optional.of(
            new ChecksummedDocument(
                generation, Arrays.copyOfRange(content, HEADER, content.length)))
        : Optional.empty();
  }
}
