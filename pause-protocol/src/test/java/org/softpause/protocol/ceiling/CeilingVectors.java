package org.softpause.protocol.ceiling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;

/**
 * The published file of vectors. It is written here from the reference and read by every
 * implementation.
 */
final class CeilingVectors {
  static final String TYPE = "softpause-ceiling-vectors-v1";
  private static final String RESOURCE = "/org/softpause/protocol/ceiling-vectors.json";
  private static final int MAX_BYTES = 1 << 22;

  private CeilingVectors() {}

  /** Writes the file whose path is the one argument. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), text());
  }

  /** One case a line. */
  static String text() {
    return CeilingCases.all().stream()
        .map(ceilingCase -> new String(CanonicalJson.encode(ceilingCase.toJson()), UTF_8))
        .collect(Collectors.joining(",\n", "{\"type\":\"" + TYPE + "\",\"cases\":[\n", "\n]}\n"));
  }

  static byte[] published() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CeilingVectors.class.getResourceAsStream(RESOURCE))) {
      return in.readAllBytes();
    }
  }

  static List<CeilingCase> read(byte[] json) {
    return StrictJson.read(json, MAX_BYTES, CeilingVectors::read);
  }

  private static List<CeilingCase> read(ObjectReader in) {
    in.literal("type", TYPE);
    return in.objects("cases", CeilingCase::read);
  }
}
