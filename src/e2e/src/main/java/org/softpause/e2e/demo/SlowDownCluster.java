package org.softpause.e2e.demo;

import java.time.Duration;
import java.time.Instant;
import org.softpause.e2e.harness.SimulatedSite;
import org.softpause.e2e.harness.SiteStatus;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.terminal.Terminal;

/** Step 5 of the demo: the training cluster ramps down while the other sites go on. */
final class SlowDownCluster implements DemoStep<SlowdownResult> {

  private static final int PAUSED = 500;
  private static final int FULL = 10000;

  private final DemoContext context;
  private final Terminal terminal;
  private final DemoSites sites;
  private final AnchoredDecision pause;

  SlowDownCluster(DemoContext context, DemoSites sites, AnchoredDecision pause) {
    this.context = context;
    this.terminal = context.terminal();
    this.sites = sites;
    this.pause = pause;
  }

  @Override
  public SlowdownResult play() {
    terminal.tell(
        "Each agent fetches the same token, verifies every rule and asks its own Ethereum endpoint"
            + " for the head of the log. Ten seconds of ramp keep the power grid steady.");
    new ClusterLoadBar(terminal, sites.training()).until(PAUSED);
    Instant atTarget = context.time().instant();
    sites.all().forEach(this::awaitPause);
    explain(sites.training(), PAUSED);
    explain(sites.inference(), FULL);
    explain(sites.university(), FULL);
    return new SlowdownResult(pause, atTarget);
  }

  private void awaitPause(SimulatedSite site) {
    Poll.untilTrue(
        site.name() + " to know the pause",
        Duration.ofSeconds(30),
        () ->
            site.status()
                .map(status -> status.isProven() && status.sequence() >= pause.sequence())
                .orElse(false));
  }

  private void explain(SimulatedSite site, int expected) {
    SiteStatus status = site.status().orElseThrow();
    Expect.equal("the ceiling of " + site.name(), expected, status.ceilingBps());
    Expect.equal("the load of " + site.name(), expected, site.load());
    terminal.done(
        site.name()
            + " runs at "
            + ClusterLoadBar.percent(site.load())
            + " ("
            + status.assurance()
            + "): "
            + status.why());
  }
}
