package org.softpause.signer.registry;

import java.net.URI;
import java.time.Duration;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.protocol.proof.BlockTag;
import org.softpause.protocol.proof.JsonRpc;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.transport.BudgetedTransport;
import org.softpause.protocol.transport.GatheringLimits;
import org.softpause.protocol.transport.Transport;

/** The signer's own Ethereum node, asked about one registry. */
public final class OwnNode {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final GatheringLimits LIMITS =
      new GatheringLimits(Duration.ofMinutes(2), 64L << 20, 1_000);

  private static final int MAX_ANSWER = 16 * 1024 * 1024;

  private final URI address;
  private final JsonRpc rpc;
  private final RegistryReader reader;

  /**
   * Begins one gathering, of at most two minutes of waiting, 64 MiB and 1,000 requests; after that
   * every question throws UnreachableException, which names the limit.
   */
  public OwnNode(Transport transport, URI address, Address registry) {
    this.address = address;
    this.rpc = new JsonRpc(new BudgetedTransport(transport, LIMITS), address, TIMEOUT, MAX_ANSWER);
    this.reader = new RegistryReader(rpc, registry);
  }

  /** A question to the node. */
  interface Question<T> {
    T ask(RegistryReader reader) throws RpcException;
  }

  /** Unix seconds of the latest block. */
  public long now() {
    return ask(asked -> asked.block(BlockTag.LATEST).timestamp());
  }

  /** The head of the log at the latest finalised block. */
  public Bytes32 finalisedHead() {
    return ask(asked -> asked.head(asked.block(BlockTag.FINALIZED)));
  }

  /** Unix seconds of the latest finalised block: whatever is anchored by then is in its head. */
  public long finalisedAt() {
    return ask(asked -> asked.block(BlockTag.FINALIZED).timestamp());
  }

  JsonRpc rpc() {
    return rpc;
  }

  /**
   * The answer.
   *
   * @throws UnreachableException if the node gives none
   */
  <T> T ask(Question<T> question) {
    try {
      return question.ask(reader);
    } catch (RpcException failure) {
      throw new UnreachableException(
          "the node at " + address + ": " + failure.getMessage(), failure);
    }
  }
}
