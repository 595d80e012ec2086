package org.softpause.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.softpause.e2e.process.ChildProcess;
import org.softpause.e2e.process.FreePort;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.process.ProcessCommand;
import org.softpause.e2e.process.Processes;
import tools.jackson.databind.JsonNode;

/**
 * An Ethereum node (Anvil) on loopback. It makes one block a second, finalises two blocks later,
 * applies the rules of the Osaka fork and has a funded account that pays for anchoring.
 */
public record EthereumNode(ChildProcess process, EthereumRpc rpc, Path senderKeyFile) {

  public static final String FORK = "osaka";

  /** Starts the node and waits until it answers. */
  public static EthereumNode start(Checkout checkout, Path folder, Processes processes)
      throws IOException {
    Files.createDirectories(folder);
    int port = FreePort.find();
    Path accounts = folder.resolve("accounts.json");
    ChildProcess process =
        processes.start(
            ProcessCommand.of(
                    "ethereum",
                    words(checkout.anvil(), port, accounts, folder.resolve("state.json")))
                .stoppedBy("INT"));
    EthereumRpc rpc = EthereumRpc.at(URI.create("http://127.0.0.1:" + port + "/"));
    Poll.untilTrue(
        "Anvil to answer (" + process.log() + ")", Duration.ofSeconds(30), () -> answers(rpc));
    return new EthereumNode(process, rpc, keyFile(accounts, folder));
  }

  public URI endpoint() {
    return rpc.endpoint();
  }

  /** Returns the client version, such as "anvil/v1.7.1". */
  public String version() {
    return rpc.call("web3_clientVersion").asString();
  }

  /** Stops making blocks, like a congested chain. */
  public void holdBlocks() {
    rpc.call("evm_setIntervalMining", JsonTree.object().putArray("params").add(0));
  }

  /** Makes one block a second again. */
  public void releaseBlocks() {
    rpc.call("evm_setIntervalMining", JsonTree.object().putArray("params").add(1));
  }

  private static List<String> words(Path anvil, int port, Path accounts, Path state) {
    return List.of(
        anvil.toString(),
        "--host=127.0.0.1",
        "--port=" + port,
        "--silent",
        "--block-time=1",
        "--slots-in-an-epoch=1",
        "--hardfork=" + FORK,
        "--mnemonic-random",
        "--accounts=2",
        "--config-out=" + accounts,
        "--dump-state=" + state);
  }

  private static boolean answers(EthereumRpc rpc) {
    try {
      return rpc.blockNumber("latest") >= 0;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private static Path keyFile(Path accounts, Path folder) throws IOException {
    JsonNode keys = JsonTree.read(accounts).path("private_keys");
    return OwnerOnlyFile.write(folder.resolve("sender.key"), keys.get(0).asString());
  }
}
