package org.softpause.auditor.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.proof.EventLog;

/**
 * An append-only file of events that an earlier audit read, so that they need not be fetched again.
 * Each event takes one line, and a closing line after each piece states the last block read. The
 * events are verified again like all others; lines after the last closing line, which an
 * interrupted run left, are dropped.
 */
public final class Checkpoint {
  private static final String TYPE = "softpause-audit-checkpoint-v1";
  private static final int MAX_LINE_BYTES = 65_536;

  /** What the events of one piece may take; an answer of a node is never longer. */
  private static final int MAX_PIECE_BYTES = 4 << 20;

  private static final long UINT53 = (1L << 53) - 1;

  private final Path file;
  private final Eip712Domain registry;
  private long wholeBytes;
  private long through = -1;
  private @Nullable Bytes32 lastHash;

  private Checkpoint(Path file, Eip712Domain registry) {
    this.file = file;
    this.registry = registry;
  }

  /** Receives the events of the file in the order of the chain. */
  public interface Reader {
    void accept(List<EventLog> piece) throws IOException;
  }

  /** Opens the checkpoint once the registry is known. */
  public interface Source {
    Checkpoint open(Eip712Domain registry, Reader reader) throws IOException;
  }

  /**
   * Opens or creates the file and passes its events to the reader.
   *
   * @throws RuleViolation if the file is damaged, no checkpoint, or belongs to another registry
   */
  public static Checkpoint open(Path file, Eip712Domain registry, Reader reader)
      throws IOException {
    Checkpoint checkpoint = new Checkpoint(file, registry);
    if (Files.exists(file) && Files.size(file) > 0) {
      checkpoint.replay(reader);
    }
    checkpoint.truncate();
    return checkpoint;
  }

  /** The last block whose events the file holds; -1 if it holds none. */
  public long through() {
    return through;
  }

  /** The hash of that block when it was read. */
  public @Nullable Bytes32 throughHash() {
    return lastHash;
  }

  /** Appends a piece and forces it to the disk. */
  public void append(List<EventLog> logs, long lastBlock, Bytes32 hash) throws IOException {
    StringBuilder lines = new StringBuilder();
    logs.forEach(log -> lines.append(line(log.toJson())));
    lines.append(
        line(new ObjectWriter().number("through", lastBlock).bytes32("hash", hash).toJson()));
    write(lines.toString());
    through = lastBlock;
    lastHash = hash;
  }

  private void write(String lines) throws IOException {
    byte[] bytes = lines.getBytes(UTF_8);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(wholeBytes);
      out.write(bytes);
      out.getFD().sync();
    }
    wholeBytes += bytes.length;
  }

  private void truncate() throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(wholeBytes);
    }
    if (wholeBytes == 0) {
      write(line(header()));
    }
  }

  private JsonObject header() {
    return new ObjectWriter()
        .text("type", TYPE)
        .number("chainId", registry.chainId())
        .address("registry", registry.registry())
        .toJson();
  }

  private void replay(Reader reader) throws IOException {
    try (InputStream lines = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] first = readLine(lines);
      if (!Arrays.equals(first, line(header()).getBytes(UTF_8))) {
        throw new RuleViolation(
            Rule.STATE_OF_ANOTHER_REGISTRY, file + " is not a checkpoint of this registry");
      }
      wholeBytes = first.length;
      readPieces(lines, reader);
    }
  }

  private void readPieces(InputStream lines, Reader reader) throws IOException {
    List<EventLog> piece = new ArrayList<>();
    int bytes = 0;
    for (byte[] line = readLine(lines); isWhole(line); line = readLine(lines)) {
      bytes += line.length;
      Json object = StrictJson.parse(line, MAX_LINE_BYTES);
      if (object instanceof JsonObject members && members.members().containsKey("through")) {
        ObjectReader.read(object, this::readThrough);
        wholeBytes += bytes;
        reader.accept(List.copyOf(piece));
        piece.clear();
        bytes = 0;
      } else {
        requireRoom(bytes);
        piece.add(ObjectReader.read(object, EventLog::read));
      }
    }
  }

  private void requireRoom(int bytes) {
    if (bytes > MAX_PIECE_BYTES) {
      throw new RuleViolation(
          Rule.TOO_LARGE, "a piece of " + file + " has more than " + MAX_PIECE_BYTES + " bytes");
    }
  }

  /** A line with its end; without one if it is too long for a line, or the file's last. */
  private static byte[] readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = 0;
    while (next != '\n' && line.size() <= MAX_LINE_BYTES && (next = in.read()) >= 0) {
      line.write(next);
    }
    return line.toByteArray();
  }

  /** Whether it is a line to read: all but the rest that an interrupted run left. */
  private static boolean isWhole(byte[] line) {
    return line.length > MAX_LINE_BYTES || (line.length > 0 && line[line.length - 1] == '\n');
  }

  private Bytes32 readThrough(ObjectReader in) {
    through = in.number("through", 0, UINT53);
    lastHash = in.bytes32("hash");
    return lastHash;
  }

  private static String line(JsonObject object) {
    return new String(CanonicalJson.encode(object), UTF_8) + "\n";
  }
}
