package org.softpause.e2e.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.Signatory;
import org.softpause.e2e.harness.SimulatedSite;
import org.softpause.e2e.harness.SitePlan;
import org.softpause.e2e.process.Parallel;
import tools.jackson.databind.JsonNode;

/**
 * Registers the three sites of the demo, whose records two jurisdictions sign. It runs while the
 * registry is deployed, because deploying is mostly waiting for a block.
 */
final class RegisterSites {

  private static final int GERMANY = 276;
  private static final int UNITED_STATES = 840;
  private static final int TRAINING = 1;
  private static final int INFERENCE = 2;

  private static final SitePlan TRAINING_CLUSTER =
      new SitePlan(
          "Rhine training cluster",
          "Rhine Compute",
          GERMANY,
          TRAINING,
          "nvidia-gb200",
          8_000,
          15_000);
  private static final SitePlan INFERENCE_CLUSTER =
      new SitePlan(
          "Prairie inference cluster",
          "Prairie Cloud",
          UNITED_STATES,
          INFERENCE,
          "nvidia-gb200",
          1_600,
          3_000);
  private static final SitePlan UNIVERSITY =
      new SitePlan(
          "University cluster", "A university", GERMANY, TRAINING, "nvidia-h100-sxm", 8, 10);

  static final String WHO_SIGNED_WHAT =
      "While the registry was deployed, Germany signed the records of the "
          + TRAINING_CLUSTER.name()
          + " (8,000 GB200: 20,000 PFLOP/s) and of a university (8 H100: 8 PFLOP/s), the United States that of the "
          + INFERENCE_CLUSTER.name()
          + " (1,600 GB200: 4,000 PFLOP/s)";

  private final DemoContext context;
  private final Servers servers;
  private Supplier<List<SimulatedSite>> sites = RegisterSites::notBegun;

  RegisterSites(DemoContext context, Servers servers) {
    this.context = context;
    this.servers = servers;
  }

  /** Starts the registration and returns at once. */
  void begin() {
    sites = Parallel.meanwhile(this::register);
  }

  /** Waits for the training cluster, the inference cluster and the university. */
  List<SimulatedSite> sites() {
    return sites.get();
  }

  private static List<SimulatedSite> notBegun() {
    throw new IllegalStateException("the registration of the sites has not been started");
  }

  private List<SimulatedSite> register() {
    List<List<SimulatedSite>> byJurisdiction =
        Parallel.all(
            List.of(
                () -> register("Germany", GERMANY, List.of(TRAINING_CLUSTER, UNIVERSITY)),
                () -> register("United States", UNITED_STATES, List.of(INFERENCE_CLUSTER))));
    List<SimulatedSite> german = byJurisdiction.getFirst();
    return List.of(german.getFirst(), byJurisdiction.getLast().getFirst(), german.getLast());
  }

  private List<SimulatedSite> register(String name, int region, List<SitePlan> plans)
      throws IOException {
    Signatory signatory =
        Signatory.named(
            name,
            context.data().folder("signers"),
            servers.service().url(),
            servers.ethereum().endpoint(),
            context.toolkit());
    String code = servers.service().enrolmentCode(name, List.of(region));
    JsonNode key = signatory.enrols(code).path("jwk");
    return Parallel.all(plans.stream().map(plan -> registering(plan, signatory, key)).toList());
  }

  private Callable<SimulatedSite> registering(SitePlan plan, Signatory signatory, JsonNode key) {
    return () ->
        SimulatedSite.registered(
            plan, signatory, key, context.data().folder("sites"), servers, context.toolkit());
  }
}
