package org.softpause.e2e.demo;

import java.util.List;
import org.softpause.e2e.world.Site;

/**
 * The three data centres, and a copy of what the training cluster's agent knew before the pause.
 *
 * @param tokenBefore an honest token of that time
 */
record Sites(
    Site training, Site inference, Site university, Site trainingBefore, String tokenBefore) {

  List<Site> all() {
    return List.of(training, inference, university);
  }
}
