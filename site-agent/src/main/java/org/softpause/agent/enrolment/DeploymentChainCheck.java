package org.softpause.agent.enrolment;

import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.fetch.BlockSource;
import org.softpause.agent.fetch.EndpointUnreachable;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.BlockTag;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.Deployment;

/** Whether the chain agrees with a deployment file, by the word of the agent's own sources. */
final class DeploymentChainCheck {
  private final RegistryCodeCheck code;

  DeploymentChainCheck(RegistryCodeCheck code) {
    this.code = code;
  }

  /**
   * A majority must answer, and none that answers may contradict.
   *
   * @throws RuleViolation what a source contradicts, naming the source
   */
  void check(Deployment deployment, List<BlockSource> sources) throws EndpointUnreachable {
    List<String> silent = new ArrayList<>();
    for (BlockSource source : sources) {
      try {
        source.reader().check(deployment);
        code.check(
            source.reader().code(source.reader().block(BlockTag.FINALIZED)),
            deployment.genesis().parameters());
      } catch (RpcException e) {
        silent.add(source.endpoint() + " (" + e.getMessage() + ")");
      } catch (RuleViolation e) {
        throw e.at("block source " + source.endpoint());
      }
    }
    if (2 * (sources.size() - silent.size()) <= sources.size()) {
      throw new EndpointUnreachable(
          "too few block sources answer: " + String.join(", ", silent), null);
    }
  }
}
