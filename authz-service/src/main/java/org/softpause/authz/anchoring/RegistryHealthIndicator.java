package org.softpause.authz.anchoring;

import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.RegistryDivergence;
import org.softpause.authz.mirror.RegistryMirror;
import org.softpause.protocol.proof.BlockRef;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports DOWN while log and chain disagree. A node that does not answer is only mentioned, because
 * a restart of the service would not help.
 */
@Component
class RegistryHealthIndicator implements HealthIndicator {
  private final ServedRegistry registry;
  private final RegistryMirror mirror;
  private final RegistryDivergence registryDivergence;
  private final AnchoringLoop loop;

  RegistryHealthIndicator(
      ServedRegistry registry,
      RegistryMirror mirror,
      RegistryDivergence registryDivergence,
      AnchoringLoop loop) {
    this.registry = registry;
    this.mirror = mirror;
    this.registryDivergence = registryDivergence;
    this.loop = loop;
  }

  @Override
  public Health health() {
    if (registry.find().isEmpty()) {
      return Health.up()
          .withDetail("registry", "none adopted yet; the service is only a bulletin board")
          .build();
    }
    Health.Builder health = registryDivergence.why().isPresent() ? Health.down() : Health.up();
    registryDivergence.why().ifPresent(why -> health.withDetail("alarm", why));
    String trouble = loop.trouble();
    if (trouble != null) {
      health.withDetail("node", trouble);
    }
    mirror.finalisedBlock().map(BlockRef::number).ifPresent(n -> health.withDetail("finalised", n));
    return health
        .withDetail("registry", registry.require().domain().registry().toString())
        .withDetail("sequence", mirror.finalised().sequence())
        .build();
  }
}
