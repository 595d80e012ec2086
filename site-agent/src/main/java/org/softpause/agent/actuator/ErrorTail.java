package org.softpause.agent.actuator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a program's standard error to its end and keeps the last lines of it for the operator. It
 * never stops reading, so that a program that says much is not held up.
 */
final class ErrorTail {
  static final int MOST_LINES = 5;
  static final int LONGEST_LINE = 200;
  private static final int KEPT_BYTES = 4096;

  private byte[] kept = new byte[0];
  private boolean isCut;

  /** Reads until the stream ends. */
  void readAll(InputStream in) throws IOException {
    byte[] chunk = new byte[KEPT_BYTES];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      append(chunk, read);
    }
  }

  private synchronized void append(byte[] chunk, int length) {
    byte[] all = Arrays.copyOf(kept, kept.length + length);
    System.arraycopy(chunk, 0, all, kept.length, length);
    isCut |= all.length > KEPT_BYTES;
    kept = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT_BYTES), all.length);
  }

  /** The last lines read so far that are not blank, without control characters. */
  synchronized List<String> lines() {
    List<String> lines =
        new String(kept, UTF_8)
            .lines()
            .map(line -> line.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    int first = Math.max(isCut && lines.size() > 1 ? 1 : 0, lines.size() - MOST_LINES);
    return lines.subList(first, lines.size()).stream().map(ErrorTail::shortened).toList();
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
  }
}
