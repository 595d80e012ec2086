package org.softpause.authz.anchoring;

import java.util.Optional;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.RegistryDivergence;
import org.softpause.authz.mirror.RegistryMirror;
import org.softpause.protocol.proof.BlockRef;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Reports DOWN while log and chain disagree, and while decisions wait that cannot be sent. With
 * nothing to send, a node that does not answer is only mentioned.
 */
@Component
class RegistryHealthIndicator extends AbstractHealthIndicator {
  private final ServedRegistry registry;
  private final RegistryMirror mirror;
  private final RegistryDivergence registryDivergence;
  private final AnchoringLoop loop;
  private final Outbox outbox;
  private final SendingObstacles obstacles;

  RegistryHealthIndicator(
      ServedRegistry registry,
      RegistryMirror mirror,
      RegistryDivergence registryDivergence,
      AnchoringLoop loop,
      Outbox outbox,
      SendingObstacles obstacles) {
    this.registry = registry;
    this.mirror = mirror;
    this.registryDivergence = registryDivergence;
    this.loop = loop;
    this.outbox = outbox;
    this.obstacles = obstacles;
  }

  /** What fails on the way, such as the database, is DOWN too. */
  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (registry.find().isEmpty()) {
      health.up().withDetail("registry", "none adopted yet; the service is only a bulletin board");
      return;
    }
    Optional<String> obstacle = obstacles.reasons().filter(why -> !outbox.waiting().isEmpty());
    boolean down = registryDivergence.why().isPresent() || obstacle.isPresent();
    health.status(down ? Status.DOWN : Status.UP);
    obstacle.ifPresent(why -> health.withDetail("sending", why));
    registryDivergence.why().ifPresent(why -> health.withDetail("alarm", why));
    String trouble = loop.trouble();
    if (trouble != null) {
      health.withDetail("node", trouble);
    }
    mirror.finalisedBlock().map(BlockRef::number).ifPresent(n -> health.withDetail("finalised", n));
    health
        .withDetail("registry", registry.require().domain().registry().toString())
        .withDetail("sequence", mirror.finalised().sequence());
  }
}
