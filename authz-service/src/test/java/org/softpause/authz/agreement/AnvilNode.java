package org.softpause.authz.agreement;

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

/** A real Ethereum node that mines only when told to. */
final class AnvilNode implements AutoCloseable {
  private static final Path BINARY =
      Path.of("../contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
  private static final int MAX_BYTES = 1 << 22;
  private static final int ATTEMPTS = 300;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final JsonRpc rpc;

  private AnvilNode(Process process, int port) {
    this.process = process;
    URI endpoint = URI.create("http://127.0.0.1:" + port + "/");
    this.rpc = new JsonRpc(client, endpoint, Duration.ofSeconds(20), MAX_BYTES);
  }

  /** The genesis block has that time; Unix seconds. */
  static AnvilNode start(long time) throws IOException, InterruptedException {
    if (!Files.isExecutable(BINARY)) {
      throw new IllegalStateException("no Anvil: build the contracts module first");
    }
    int port = freePort();
    Process process =
        new ProcessBuilder(
                BINARY.toString(),
                "--host=127.0.0.1",
                "--port=" + port,
                "--hardfork=osaka",
                "--silent",
                "--no-mining",
                "--timestamp=" + time)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    AnvilNode node = new AnvilNode(process, port);
    node.awaitAnswer();
    return node;
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

  JsonRpc rpc() {
    return rpc;
  }

  JsonNode call(String method, Json... params) throws RpcException {
    return rpc.call(method, params);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    client.close();
  }
}
