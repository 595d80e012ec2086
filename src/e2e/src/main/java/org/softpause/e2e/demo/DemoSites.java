package org.softpause.e2e.demo;

import java.util.List;
import org.softpause.e2e.harness.SimulatedSite;

/**
 * The three data centres, and a copy of what the training cluster's agent knew before the pause.
 *
 * @param tokenBefore an honest token of that time
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
