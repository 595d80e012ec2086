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
import org.softpause.e2e.harness.EthereumRpc;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.PauseOrder;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.harness.Toolkit;
import org.softpause.e2e.process.Processes;
import org.softpause.e2e.terminal.Terminal;
import tools.jackson.databind.JsonNode;

@Tag("chaos")
class RestartIT {

  private static final PauseOrder PAUSE =
      new PauseOrder(0, 500, List.of(276), 1, 3600, 10, 3, false);

  @TempDir Path folder;

  @Test
  void aServiceKilledWhileItAnchorsStillFinishesAndAnchorsOnce()
      throws IOException, InterruptedException {
    DataFolder data = DataFolder.open(Optional.of(folder.resolve("data")));
    try (Processes processes = new Processes(data.logs())) {
      Toolkit toolkit = new Toolkit(Checkout.find(), processes, new Random(1));
      DemoContext context =
          new DemoContext(Terminal.onStandardOutput(), toolkit, data, Clock.systemUTC());
      Servers servers = new StartServers(context).play();
      DemoCommittee committee = new SetUpCommittee(context, servers, () -> {}).play();
      ServiceProcess service = servers.service();

      servers.ethereum().holdBlocks();
      String id = decide(committee, data);
      service.awaitState(id, LifecycleState.ANCHORING, Duration.ofMinutes(1));
      service.killAndRestart();
      servers.ethereum().releaseBlocks();
      service.awaitState(id, LifecycleState.FINAL, Duration.ofMinutes(2));

      assertThat(timesInLog(service, id)).isEqualTo(1);
      assertThat(service.api().get("/v1/head").path("sequence").asInt()).isEqualTo(2);
      assertThat(headOnChain(servers.ethereum().rpc(), committee.registry()))
          .isEqualTo(service.api().get("/v1/head").path("head").asString());
    }
  }

  private static String decide(DemoCommittee committee, DataFolder data) throws IOException {
    Path reasons = Files.writeString(data.folder("reasons.md"), "A test.\n");
    String id = committee.member("Switzerland").proposes(PAUSE, reasons);
    committee.member("Kenya").approves(id);
    committee.member("India").approves(id);
    return id;
  }

  private static long timesInLog(ServiceProcess service, String id) {
    JsonNode entries = service.api().get("/v1/log?after=0&limit=100").path("entries");
    return entries
        .valueStream()
        .filter(one -> one.path("entry").path("certificate").path("id").asString().equals(id))
        .count();
  }

  private static String headOnChain(EthereumRpc rpc, String registry) {
    return rpc.call("eth_getStorageAt", registry, "0x0", "latest").asString();
  }
}
