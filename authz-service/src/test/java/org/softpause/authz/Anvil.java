package org.softpause.authz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A real Ethereum node that makes a block each second, or as told, and ends with the JVM. */
public final class Anvil implements AutoCloseable {
  /** The first of Anvil's well-known accounts: worth nothing anywhere else. */
  private static final String RICH_KEY =
      "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

  private static final Path BINARY =
      Path.of(
          "..", "contracts", "node_modules", "@foundry-rs", "anvil-linux-amd64", "bin", "anvil");

  private final Process process;
  private final URI endpoint;

  private Anvil(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts a node on a free port. */
  public static Anvil start() {
    return start("--chain-id", "31337");
  }

  /** Starts a node of another chain on a free port. */
  public static Anvil ofChain(long id) {
    return start("--chain-id", Long.toString(id));
  }

  private static Anvil start(String... more) {
    List<String> command = new ArrayList<>(List.of(BINARY.toString(), "--port", "0"));
    command.addAll(List.of("--block-time", "1", "--slots-in-an-epoch", "1"));
    command.addAll(List.of(more));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Anvil(process, awaitEndpoint(process.inputReader()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + BINARY.toAbsolutePath(), e);
    }
  }

  private static URI awaitEndpoint(BufferedReader output) throws IOException {
    String line = output.readLine();
    while (line != null) {
      if (line.startsWith("Listening on ")) {
        drain(output);
        return URI.create("http://" + line.substring("Listening on ".length()).strip());
      }
      line = output.readLine();
    }
    throw new IOException("anvil ended without listening");
  }

  private static void drain(BufferedReader output) {
    Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
  }

  public URI endpoint() {
    return endpoint;
  }

  /** A key file with ether on this node. */
  public Path senderKeyFile(Path folder) {
    try {
      Path file = folder.resolve("sender.key");
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, RICH_KEY);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON-RPC call whose parameters are JSON; the answer's text. */
  public String call(String method, String parameters) {
    return new HttpCaller(endpoint)
        .post(
            "/",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
                + method
                + "\",\"params\":"
                + parameters
                + "}")
        .body();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
