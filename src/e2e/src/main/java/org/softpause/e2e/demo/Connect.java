package org.softpause.e2e.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.process.Together;
import org.softpause.e2e.terminal.Terminal;
import org.softpause.e2e.world.Servers;
import org.softpause.e2e.world.Site;

/**
 * Step 3: three sites, registered by their jurisdictions, each with an agent that trusts nobody.
 */
final class Connect implements Step<Sites> {

  private final Terminal terminal;
  private final Servers servers;
  private final Register register;

  Connect(Scene scene, Servers servers, Register register) {
    this.terminal = scene.terminal();
    this.servers = servers;
    this.register = register;
  }

  @Override
  public Sites play() throws IOException {
    List<Site> sites =
        terminal.progress(
            "Germany and the United States sign the records of their sites",
            register::sites,
            signed -> Register.WHO_SIGNED_WHAT);
    terminal.progress(
        "Each agent verifies registry, keys and history against its own view of the chain",
        () -> Together.all(sites.stream().map(this::enrolling).toList()));
    Site training = sites.getFirst();
    Site before = training.frozen("before");
    sites.forEach(Site::runs);
    terminal.progress(
        "Each agent runs, proves the newest state and leaves its cluster at 100 %",
        () -> sites.forEach(Connect::awaitFull));
    String token = servers.service().api().text("/v1/tokens/latest");
    return new Sites(training, sites.get(1), sites.get(2), before, token);
  }

  private Callable<Boolean> enrolling(Site site) {
    return () -> {
      site.enrols(servers.service().deploymentFile());
      return true;
    };
  }

  private static void awaitFull(Site site) {
    Poll.untilTrue(
        site.name() + " to run at 100 % with everything proven",
        Duration.ofSeconds(60),
        () ->
            site.status()
                .map(status -> status.isProven() && status.ceilingBps() == 10000)
                .orElse(false));
  }
}
