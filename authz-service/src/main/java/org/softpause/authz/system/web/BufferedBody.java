package org.softpause.authz.system.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A body on its way into memory. Whoever holds the budget's lock may look at it and change it. */
final class BufferedBody {
  private final String address;
  private final long begunAt;
  private final List<byte[]> chunks = new ArrayList<>();
  private long held;
  private boolean revoked;
  private boolean complete;

  /**
   * An empty body.
   *
   * @param address of the caller
   * @param begunAt nanoseconds of a monotonic clock
   */
  BufferedBody(String address, long begunAt) {
    this.address = address;
    this.begunAt = begunAt;
  }

  String address() {
    return address;
  }

  long begunAt() {
    return begunAt;
  }

  /** Bytes of memory. */
  long held() {
    return held;
  }

  boolean isComplete() {
    return complete;
  }

  boolean isRevoked() {
    return revoked;
  }

  void append(byte[] chunk) {
    chunks.add(chunk);
    held += chunk.length;
  }

  /** Frees the memory at once, whatever the thread that reads the body is waiting for. */
  void revoke() {
    chunks.clear();
    held = 0;
    revoked = true;
  }

  void complete() {
    complete = true;
  }

  /**
   * The body as a stream.
   *
   * @param length how many bytes of the chunks are filled
   */
  ServletInputStream stream(long length) {
    List<InputStream> parts = new ArrayList<>();
    long left = length;
    for (byte[] chunk : chunks) {
      parts.add(new ByteArrayInputStream(chunk, 0, (int) Math.min(left, chunk.length)));
      left -= Math.min(left, chunk.length);
    }
    return new InMemory(new SequenceInputStream(Collections.enumeration(parts)), length);
  }

  private static final class InMemory extends ServletInputStream {
    private final InputStream in;
    private long left;

    InMemory(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public boolean isFinished() {
      return left == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body has been read");
    }
  }
}
