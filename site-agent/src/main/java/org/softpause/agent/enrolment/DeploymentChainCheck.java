package org.softpause.agent.enrolment;

import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.fetch.BlockSource;
import org.softpause.agent.fetch.EndpointUnreachable;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.BlockTag;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.RegistryCode;

/** Checks a deployment file against the chain, as the agent's own block sources report it. */
final class DeploymentChainCheck {
  private final RegistryCode code;

  DeploymentChainCheck(RegistryCode code) {
    this.code = code;
  }

  /**
   * A majority of the sources must answer, and no answer may contradict the file.
   *
   * @throws RuleViolation if a source contradicts the file; the detail names the source
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
