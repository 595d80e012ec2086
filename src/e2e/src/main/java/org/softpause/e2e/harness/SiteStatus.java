package org.softpause.e2e.harness;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The status that an agent writes each cycle. Capacities are in basis points. */
public record SiteStatus(
    int ceilingBps, int measuredBps, String assurance, long sequence, String verdict, String why) {

  static SiteStatus read(Path file) {
    JsonNode status = JsonTree.read(file);
    return new SiteStatus(
        status.path("ceilingBps").asInt(),
        status.path("measuredBps").asInt(),
        status.path("assurance").asString(""),
        status.path("sequence").asLong(),
        status.path("verdict").asString(""),
        status.path("why").asString(""));
  }

  public boolean isProven() {
    return assurance.equals("PROVEN");
  }
}
