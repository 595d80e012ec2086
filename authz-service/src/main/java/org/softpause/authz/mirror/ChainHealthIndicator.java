package org.softpause.authz.mirror;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reports DOWN while the node is on another chain than the registry, with both ids, and how far our
 * log is behind where that is more than one request for events.
 */
@Component
class ChainHealthIndicator extends AbstractHealthIndicator {
  private final ServedChain chain;
  private final LogCatchUp catchUp;

  ChainHealthIndicator(ServedChain chain, @Lazy LogCatchUp catchUp) {
    this.chain = chain;
    this.catchUp = catchUp;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    chain.why().ifPresent(why -> health.down().withDetail("alarm", why));
    catchUp.behind().ifPresent(blocks -> health.withDetail("blocksBehind", blocks));
  }
}
