package org.softpause.e2e.demo;

import java.time.Duration;
import java.time.Instant;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.terminal.Terminal;

/** Step 7 of the demo: the lift is anchored and the cluster ramps up again. */
final class LiftPause implements DemoStep<RestoredCapacity> {

  private static final int FULL = 10000;
  private static final long GAS_AFTERWARDS = 70_000;

  private final DemoContext context;
  private final Terminal terminal;
  private final Servers servers;
  private final DemoSites sites;
  private final SignedLift lift;

  LiftPause(DemoContext context, Servers servers, DemoSites sites, SignedLift lift) {
    this.context = context;
    this.terminal = context.terminal();
    this.servers = servers;
    this.sites = sites;
    this.lift = lift;
  }

  @Override
  public RestoredCapacity play() {
    terminal.tell(
        "Brazil proposed the lift, Switzerland and Kenya approved it. Now Ethereum goes on, the"
            + " lift is anchored, and only then do the agents believe it.");
    servers.ethereum().releaseBlocks();
    ServiceProcess service = servers.service();
    AnchoredDecision lifted =
        terminal.progress(
            "The lift is anchored and final",
            () -> {
              service.awaitState(lift.id(), LifecycleState.FINAL, Duration.ofSeconds(60));
              return AnchoredDecision.of(service, lift.id(), "lift");
            },
            anchored ->
                "The lift is final, anchored in block "
                    + anchored.block()
                    + " for "
                    + anchored.gas()
                    + " gas");
    Expect.atMost("the gas for anchoring the lift", GAS_AFTERWARDS, lifted.gas());
    new ClusterLoadBar(terminal, sites.training()).until(FULL);
    Instant atTarget = context.time().instant();
    terminal.done(sites.training().status().orElseThrow().why());
    return new RestoredCapacity(lifted, atTarget);
  }
}
