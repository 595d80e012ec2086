package org.softpause.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.e2e.harness.Checkout;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.PauseOrder;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.harness.Toolkit;
import org.softpause.e2e.process.Processes;
import org.softpause.e2e.terminal.Terminal;

@Tag("chaos")
class SlowCallersIT {
  private static final PauseOrder PAUSE =
      new PauseOrder(0, 500, List.of(276), 1, 3600, 10, 3, false);
  private static final int SILENT = 600;
  private static final int DRIPPING = 300;

  /** More than heap and code of a JVM of 192 MB can take. */
  private static final long GROWTH_KIB = 160 * 1024;

  @TempDir Path folder;

  @Test
  void aDecisionIsCertifiedAndAnchoredWhileACrowdOfSlowCallersHoldsOn() throws IOException {
    DataFolder data = DataFolder.open(Optional.of(folder.resolve("data")));
    try (Processes processes = new Processes(data.logs())) {
      Toolkit toolkit = new Toolkit(Checkout.find(), processes, new Random(2));
      DemoContext scene =
          new DemoContext(Terminal.onStandardOutput(), toolkit, data, Clock.systemUTC());
      Servers servers = new StartServers(scene).play();
      DemoCommittee committee = new SetUpCommittee(scene, servers, () -> {}).play();
      ServiceProcess service = servers.service();
      long before = residentKib(service);

      try (SlowCallers crowd = new SlowCallers(service.url()).begin(SILENT, DRIPPING)) {
        long began = System.nanoTime();
        String id = decide(committee, data);
        service.awaitState(id, LifecycleState.FINAL, Duration.ofMinutes(2));
        long after = residentKib(service);
        System.out.printf(
            "%d connections in %d s; the service held %d MiB before and %d MiB after%n",
            crowd.connections(),
            Duration.ofNanos(System.nanoTime() - began).toSeconds(),
            before / 1024,
            after / 1024);
        assertThat(crowd.connections()).isGreaterThan(SILENT + DRIPPING);
        assertThat(after).isLessThan(before + GROWTH_KIB);
        assertThat(service.api().get("/v1/head").path("sequence").asInt()).isEqualTo(2);
      }
    }
  }

  private static String decide(DemoCommittee committee, DataFolder data) throws IOException {
    Path reasons = Files.writeString(data.folder("reasons.md"), "A test.\n");
    String id = committee.member("Switzerland").proposes(PAUSE, reasons);
    committee.member("Kenya").approves(id);
    committee.member("India").approves(id);
    return id;
  }

  private static long residentKib(ServiceProcess service) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + service.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
