package org.softpause.auditor.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      String first = lines.readLine();
      if (first == null || !line(header()).strip().equals(first)) {
        throw new RuleViolation(
            Rule.STATE_OF_ANOTHER_REGISTRY, file + " is not a checkpoint of this registry");
      }
      wholeBytes = first.getBytes(UTF_8).length + 1L;
      readPieces(lines, reader);
    }
  }

  private void readPieces(BufferedReader lines, Reader reader) throws IOException {
    List<EventLog> piece = new ArrayList<>();
    long bytes = wholeBytes;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      byte[] line = text.getBytes(UTF_8);
      bytes += line.length + 1L;
      if (bytes > Files.size(file)) {
        return;
      }
      Json object = StrictJson.parse(line, MAX_LINE_BYTES);
      if (object instanceof JsonObject members && members.members().containsKey("through")) {
        ObjectReader.read(object, this::readThrough);
        wholeBytes = bytes;
        reader.accept(List.copyOf(piece));
        piece.clear();
      } else {
        piece.add(ObjectReader.read(object, EventLog::read));
      }
    }
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
