package org.softpause.e2e.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.softpause.e2e.harness.Checkout;
import org.softpause.e2e.harness.EthereumNode;
import org.softpause.e2e.harness.PostgresServer;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.process.Processes;

/** Step 1 of the demo: starts all servers on free loopback ports. */
final class StartServers implements DemoStep<Servers> {

  private final DemoContext context;

  StartServers(DemoContext context) {
    this.context = context;
  }

  @Override
  public Servers play() throws IOException {
    CompletableFuture<PostgresServer> database = new CompletableFuture<>();
    CompletableFuture<EthereumNode> ethereum = new CompletableFuture<>();
    context
        .terminal()
        .progress(
            "Start PostgreSQL and an Ethereum node",
            () ->
                Parallel.all(
                    List.of(
                        () -> database.complete(startDatabase()),
                        () -> ethereum.complete(startEthereum()))),
            started ->
                "PostgreSQL "
                    + database.join().version()
                    + " on port "
                    + database.join().port()
                    + "; Ethereum node "
                    + ethereum.join().version()
                    + " at "
                    + ethereum.join().endpoint()
                    + ", one block a second, rules of the fork "
                    + EthereumNode.FORK);
    ServiceProcess service = startService(database.join(), ethereum.join());
    return new Servers(database.join(), ethereum.join(), service);
  }

  private PostgresServer startDatabase() throws IOException {
    return PostgresServer.start(
        checkout(), context.data().folder("postgresql"), processes(), context.toolkit().random());
  }

  private EthereumNode startEthereum() throws IOException {
    return EthereumNode.start(checkout(), context.data().folder("ethereum"), processes());
  }

  private ServiceProcess startService(PostgresServer database, EthereumNode ethereum)
      throws IOException {
    ServiceProcess service =
        ServiceProcess.start(
            checkout(), database, ethereum, context.data().folder("authz-service"), processes());
    return context
        .terminal()
        .progress(
            "Start the authorization service against both",
            service::ready,
            up -> "The authorization service at " + up.url() + " is up");
  }

  private Checkout checkout() {
    return context.toolkit().checkout();
  }

  private Processes processes() {
    return context.toolkit().processes();
  }
}
