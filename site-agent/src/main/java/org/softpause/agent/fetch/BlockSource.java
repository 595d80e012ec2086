package org.softpause.agent.fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.SourceAnswer;
import org.softpause.protocol.Address;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.event.EventDecoder;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.BlockTag;
import org.softpause.protocol.proof.JsonRpc;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.LogEntry;

/** One of the operator's own Ethereum RPC endpoints. */
public final class BlockSource {
  private static final int MAX_ANSWER_BYTES = 1 << 20;

  private final URI endpoint;
  private final RegistryReader reader;

  public BlockSource(HttpClient client, URI endpoint, Address registry, Duration limit) {
    this.endpoint = endpoint;
    this.reader =
        new RegistryReader(new JsonRpc(client, endpoint, limit, MAX_ANSWER_BYTES), registry);
  }

  public URI endpoint() {
    return endpoint;
  }

  public RegistryReader reader() {
    return reader;
  }

  /**
   * The entries after the agent's own log, as this source's events have them.
   *
   * @return an empty list if the source gives none that can be used
   */
  List<LogEntry> entriesAfter(AgentState state, SourceAnswer.Head head, GatheringBudget budget) {
    Deployment deployment = state.enrolment().deployment();
    try {
      return new RegistryLogFetcher(reader, new EventDecoder(deployment.domain()), budget)
          .after(state.log(), state.times().provenAt(), deployment.deploymentBlock(), head.block());
    } catch (RpcException | RuleViolation e) {
      return List.of();
    }
  }

  /** The head in the newest block that this source calls final. */
  SourceAnswer head() {
    try {
      BlockRef block = reader.block(BlockTag.FINALIZED);
      return new SourceAnswer.Head(
          endpoint, block.number(), block.hash(), block.timestamp(), reader.head(block));
    } catch (RpcException e) {
      return new SourceAnswer.Silent(endpoint, String.valueOf(e.getMessage()));
    } catch (RuleViolation e) {
      return new SourceAnswer.Silent(endpoint, e.detail());
    }
  }
}
