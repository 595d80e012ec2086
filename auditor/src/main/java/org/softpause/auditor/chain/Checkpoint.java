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
 * Events read before, in a file that only grows: a line each, and after every piece a line that
 * says how far it went. It saves asking and decides nothing: what it holds is verified like
 * everything else. What a broken-off run left after the last whole piece is dropped.
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

  /** Told of each event in the file, in the chain's order. */
  public interface Reader {
    void accept(List<EventLog> piece) throws IOException;
  }

  /** Where a checkpoint comes from, once the registry is known. */
  public interface Source {
    Checkpoint open(Eip712Domain registry, Reader reader) throws IOException;
  }

  /**
   * Opens the file, or begins it, and hands on what it holds.
   *
   * @throws RuleViolation if it is no checkpoint, one of another registry, or damaged
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

  /** The last block whose events it holds; -1 for none. */
  public long through() {
    return through;
  }

  /** The hash of that block as it was then. */
  public @Nullable Bytes32 throughHash() {
    return lastHash;
  }

  /** Adds a piece, durably. */
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
            Rule.STATE_OF_ANOTHER_REGISTRY, file + " is no checkpoint of this registry");
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
