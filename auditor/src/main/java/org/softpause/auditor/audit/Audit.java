package org.softpause.auditor.audit;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.auditor.chain.Checkpoint;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.BlockTag;
import org.softpause.protocol.proof.RpcException;

/**
 * Audits each endpoint on its own, up to the newest block that all of them call finalised, and then
 * compares the endpoints with each other.
 */
public final class Audit {
  private final Eip712Domain registry;
  private final AuditSettings settings;
  private final SecureRandom random;

  public Audit(Eip712Domain registry, AuditSettings settings, SecureRandom random) {
    this.registry = registry;
    this.settings = settings;
    this.random = random;
  }

  /**
   * Returns one result for each endpoint, in their order.
   *
   * @param checkpoint events read by an earlier audit; used for the first endpoint only
   * @throws IOException only if the checkpoint's file cannot be read or written
   */
  public List<EndpointResult> run(
      List<RpcEndpoint> endpoints, Optional<Checkpoint.Source> checkpoint) throws IOException {
    List<Greeting> greetings = endpoints.stream().map(this::greet).toList();
    long last =
        greetings.stream()
            .flatMap(greeting -> greeting.finalized().stream())
            .mapToLong(BlockRef::number)
            .min()
            .orElse(0);
    List<EndpointResult> results = new ArrayList<>();
    for (Greeting greeting : greetings) {
      results.add(
          greeting.finalized().isEmpty()
              ? greeting.ended().orElseThrow()
              : audit(greeting, last, results.isEmpty() ? checkpoint : Optional.empty()));
    }
    return EndpointComparison.of(results);
  }

  /** The first answers of an endpoint: a finalised block, or the result that ends its audit. */
  private record Greeting(
      RpcEndpoint endpoint, Optional<BlockRef> finalized, Optional<EndpointResult> ended) {}

  private Greeting greet(RpcEndpoint endpoint) {
    EndpointResult ended;
    try {
      requireChain(endpoint);
      BlockRef block = endpoint.node().block(BlockTag.FINALIZED);
      return new Greeting(endpoint, Optional.of(block), Optional.empty());
    } catch (RpcException unanswered) {
      ended = EndpointResult.unreachable(endpoint.name(), unanswered);
    } catch (RuleViolation wrong) {
      ended = EndpointResult.refused(endpoint.name(), wrong);
    }
    return new Greeting(endpoint, Optional.empty(), Optional.of(ended));
  }

  private void requireChain(RpcEndpoint endpoint) throws RpcException {
    long chainId = endpoint.node().chainId();
    if (chainId != registry.chainId()) {
      throw new RuleViolation(
          Rule.WRONG_CHAIN, "the node is on chain " + chainId + ", not " + registry.chainId());
    }
  }

  private EndpointResult audit(Greeting greeting, long last, Optional<Checkpoint.Source> checkpoint)
      throws IOException {
    RpcEndpoint endpoint = greeting.endpoint();
    BlockRef block = greeting.finalized().orElseThrow();
    try {
      block = block.number() == last ? block : endpoint.node().block(last);
    } catch (RpcException unanswered) {
      return EndpointResult.unreachable(endpoint.name(), unanswered);
    }
    return new ChainAudit(registry, endpoint, block, settings, random).run(checkpoint);
  }
}
