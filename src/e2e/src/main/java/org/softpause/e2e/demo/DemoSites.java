package org.softpause.e2e.demo;

import java.util.List;
import org.softpause.e2e.harness.SimulatedSite;

/**
 * The three sites of the demo, and a copy of the training cluster's agent from before the pause.
 *
 * @param tokenBefore an honest token from before the pause
 */
record DemoSites(
    SimulatedSite training,
    SimulatedSite inference,
    SimulatedSite university,
    SimulatedSite trainingBefore,
    String tokenBefore) {

  List<SimulatedSite> all() {
    return List.of(training, inference, university);
  }
}
