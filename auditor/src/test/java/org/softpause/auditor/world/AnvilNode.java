package org.softpause.auditor.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.proof.JsonRpc;
import org.softpause.protocol.proof.RpcException;
import tools.jackson.databind.JsonNode;

/** An Ethereum node (Anvil) on loopback that mines only on request. */
public final class AnvilNode implements AutoCloseable {
  private static final String BINARY =
      "contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil";
  private static final int ATTEMPTS = 300;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI endpoint;
  private final JsonRpc rpc;

  private AnvilNode(Process process, int port) {
    this.process = process;
    this.endpoint = URI.create("http://127.0.0.1:" + port + "/");
    this.rpc = new JsonRpc(client, endpoint, Duration.ofSeconds(20), 1 << 22);
  }

  /** Starts a node whose first block has this time; a block is final two blocks later. */
  public static AnvilNode start(long time) throws IOException, InterruptedException {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                binary().toString(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--hardfork=osaka",
                "--silent",
                "--no-mining",
                "--slots-in-an-epoch=1",
                "--timestamp=" + time)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    AnvilNode node = new AnvilNode(process, port);
    node.awaitAnswer();
    return node;
  }

  /** Finds the program in this checkout, whichever module the test belongs to. */
  private static Path binary() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isExecutable(at.resolve(BINARY))) {
        return at.resolve(BINARY);
      }
    }
    throw new IllegalStateException("no Anvil: build the contracts module first");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws InterruptedException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        rpc.call("eth_chainId");
        return;
      } catch (RpcException notYet) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("Anvil ended with " + process.exitValue(), notYet);
        }
      }
    }
    close();
    throw new IllegalStateException("Anvil does not answer");
  }

  public URI endpoint() {
    return endpoint;
  }

  public JsonNode call(String method, Json... params) throws RpcException {
    return rpc.call(method, params);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    client.close();
  }
}
