package org.softpause.e2e.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.softpause.e2e.process.Together;
import org.softpause.e2e.world.Jurisdiction;
import org.softpause.e2e.world.Servers;
import org.softpause.e2e.world.Site;
import org.softpause.e2e.world.SitePlan;
import tools.jackson.databind.JsonNode;

/**
 * Two jurisdictions sign the records of three sites. It happens while the registry is deployed,
 * since that is mostly waiting for a block.
 */
final class Register {

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

  static final String WHO_SIGNED_WHAT =
      "While the registry was deployed, Germany signed the records of the "
          + TRAINING_CLUSTER.name()
          + " (20,000 PFLOP/s) and of a university (8 PFLOP/s), the United States that of the "
          + INFERENCE_CLUSTER.name()
          + " (4,000 PFLOP/s)";

  private final Scene scene;
  private final Servers servers;
  private Supplier<List<Site>> sites = Register::notBegun;

  Register(Scene scene, Servers servers) {
    this.scene = scene;
    this.servers = servers;
  }

  /** Begins, and does not wait. */
  void begin() {
    sites = Together.meanwhile(this::register);
  }

  /** The training cluster, the inference cluster and the university. */
  List<Site> sites() {
    return sites.get();
  }

  private static List<Site> notBegun() {
    throw new IllegalStateException("nobody has begun to register the sites");
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
}
