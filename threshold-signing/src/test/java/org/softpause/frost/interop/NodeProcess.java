package org.softpause.frost.interop;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Node process that answers each line of JSON with one line of JSON. It ends when its input ends.
 */
final class NodeProcess implements AutoCloseable {
  private static final Path FOLDER = Path.of("src", "test", "node");

  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;

  NodeProcess(String script) {
    try {
      process =
          new ProcessBuilder("node", script)
              .directory(FOLDER.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("node does not start", e);
    }
    requests = process.outputWriter();
    answers = process.inputReader();
  }

  static ObjectNode request(String operation) {
    return JsonMapper.shared().createObjectNode().put("operation", operation);
  }

  /**
   * @throws Refused if noble does not accept what it was given
   */
  JsonNode ask(ObjectNode request) {
    try {
      requests.write(request.toString());
      requests.newLine();
      requests.flush();
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("node ended instead of answering " + request);
      }
      return Refused.unless(JsonMapper.shared().readTree(line));
    } catch (IOException e) {
      throw new UncheckedIOException("node does not answer", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
