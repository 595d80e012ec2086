package org.softpause.e2e.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.SimulatedSite;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.terminal.Terminal;

/** Step 3 of the demo: registers three sites and starts an agent for each. */
final class ConnectSites implements DemoStep<DemoSites> {

  private final Terminal terminal;
  private final Servers servers;
  private final RegisterSites register;

  ConnectSites(DemoContext context, Servers servers, RegisterSites register) {
    this.terminal = context.terminal();
    this.servers = servers;
    this.register = register;
  }

  @Override
  public DemoSites play() throws IOException {
    List<SimulatedSite> sites =
        terminal.progress(
            "Germany and the United States sign the records of their sites",
            register::sites,
            signed -> RegisterSites.WHO_SIGNED_WHAT);
    terminal.progress(
        "Each agent verifies registry, keys and history against its own view of the chain",
        () -> Parallel.all(sites.stream().map(this::enrolling).toList()));
    SimulatedSite training = sites.getFirst();
    SimulatedSite before = training.frozen("before");
    sites.forEach(SimulatedSite::runs);
    terminal.progress(
        "Each agent runs, proves the newest state and leaves its cluster at 100 %",
        () -> sites.forEach(ConnectSites::awaitFull));
    String token = servers.service().api().text("/v1/tokens/latest");
    return new DemoSites(training, sites.get(1), sites.get(2), before, token);
  }

  private Callable<Boolean> enrolling(SimulatedSite site) {
    return () -> {
      site.enrols(servers.service().deploymentFile());
      return true;
    };
  }

  private static void awaitFull(SimulatedSite site) {
    Poll.untilTrue(
        site.name() + " to run at 100 % with everything proven",
        Duration.ofSeconds(60),
        () ->
            site.status()
                .map(status -> status.isProven() && status.ceilingBps() == 10000)
                .orElse(false));
  }
}
