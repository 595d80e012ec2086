package org.softpause.e2e.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.process.Together;
import org.softpause.e2e.terminal.Terminal;
import org.softpause.e2e.world.Jurisdiction;
import org.softpause.e2e.world.Servers;
import org.softpause.e2e.world.Site;
import org.softpause.e2e.world.SitePlan;
import tools.jackson.databind.JsonNode;

/**
 * Step 3: three sites, registered by their jurisdictions, each with an agent that trusts nobody.
 */
final class Connect implements Step<Sites> {

  private static final int GERMANY = 276;
  private static final int UNITED_STATES = 840;
  private static final int TRAINING = 1;
  private static final int INFERENCE = 2;

  private static final SitePlan TRAINING_CLUSTER =
      new SitePlan("Rhine training cluster", "Rhine Compute", GERMANY, TRAINING, 20_000);
  private static final SitePlan INFERENCE_CLUSTER =
      new SitePlan("Prairie inference cluster", "Prairie Cloud", UNITED_STATES, INFERENCE, 4_000);
  private static final SitePlan UNIVERSITY =
      new SitePlan("University cluster", "A university", GERMANY, TRAINING, 8);

  private final Scene scene;
  private final Terminal terminal;
  private final Servers servers;

  Connect(Scene scene, Servers servers) {
    this.scene = scene;
    this.terminal = scene.terminal();
    this.servers = servers;
  }

  @Override
  public Sites play() throws IOException {
    List<Site> sites =
        terminal.progress(
            "Germany and the United States sign the records of their sites",
            this::register,
            signed ->
                "Germany signed the records of the "
                    + TRAINING_CLUSTER.name()
                    + " (20,000 PFLOP/s) and of a university (8 PFLOP/s), the United States that"
                    + " of the "
                    + INFERENCE_CLUSTER.name()
                    + " (4,000 PFLOP/s)");
    terminal.progress(
        "Each agent verifies registry, keys and history against its own view of the chain",
        () -> Together.all(sites.stream().map(Connect::enrolling).toList()));
    Site training = sites.getFirst();
    Site before = training.frozen("before");
    sites.forEach(Site::runs);
    terminal.progress(
        "Each agent runs, proves the newest state and leaves its cluster at 100 %",
        () -> sites.forEach(Connect::awaitFull));
    String token = servers.service().api().text("/v1/tokens/latest");
    return new Sites(training, sites.get(1), sites.get(2), before, token);
  }

  private List<Site> register() {
    List<List<Site>> byJurisdiction =
        Together.all(
            List.of(
                () -> register("Germany", GERMANY, List.of(TRAINING_CLUSTER, UNIVERSITY)),
                () -> register("United States", UNITED_STATES, List.of(INFERENCE_CLUSTER))));
    List<Site> german = byJurisdiction.getFirst();
    return List.of(german.getFirst(), byJurisdiction.getLast().getFirst(), german.getLast());
  }

  private List<Site> register(String name, int region, List<SitePlan> plans) throws IOException {
    Jurisdiction jurisdiction =
        Jurisdiction.named(
            name,
            scene.data().folder("signers"),
            servers.service().url(),
            servers.ethereum().endpoint(),
            scene.workshop());
    String code = servers.service().enrolmentCode(name, List.of(region));
    JsonNode key = jurisdiction.enrols(code).path("jwk");
    return Together.all(plans.stream().map(plan -> registering(plan, jurisdiction, key)).toList());
  }

  private Callable<Site> registering(SitePlan plan, Jurisdiction jurisdiction, JsonNode key) {
    return () ->
        Site.registered(
            plan, jurisdiction, key, scene.data().folder("sites"), servers, scene.workshop());
  }

  private static Callable<Boolean> enrolling(Site site) {
    return () -> {
      site.enrols();
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
