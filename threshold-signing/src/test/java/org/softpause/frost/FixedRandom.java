package org.softpause.frost;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** A source that gives exactly the bytes of a test vector, and fails when they run out. */
final class FixedRandom extends SecureRandom {
  private final transient ByteBuffer bytes;

  FixedRandom(byte[]... parts) {
    bytes = ByteBuffer.allocate(1024);
    for (byte[] part : parts) {
      bytes.put(part);
    }
    bytes.flip();
  }

  @Override
  public void nextBytes(byte[] target) {
    bytes.get(target);
  }

  boolean isExhausted() {
    return !bytes.hasRemaining();
  }
}
