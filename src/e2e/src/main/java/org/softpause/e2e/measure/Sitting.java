package org.softpause.e2e.measure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.softpause.e2e.demo.DataFolder;
import org.softpause.e2e.process.Processes;
import org.softpause.e2e.process.Together;
import org.softpause.e2e.world.AuthzService;
import org.softpause.e2e.world.Ceremony;
import org.softpause.e2e.world.Checkout;
import org.softpause.e2e.world.Deployer;
import org.softpause.e2e.world.EthereumNode;
import org.softpause.e2e.world.Jurisdiction;
import org.softpause.e2e.world.PostgresServer;
import org.softpause.e2e.world.Workshop;

/** Five officers at their machines, each with a watch, before a service and its registry. */
record Sitting(PostgresServer database, AuthzService service, List<Jurisdiction> officers) {
  static final int THRESHOLD = 3;
  private static final List<String> NAMES =
      List.of("Switzerland", "Kenya", "Brazil", "India", "World Citizens Assembly");

  static Sitting open(DataFolder data, Processes processes, RandomGenerator random)
      throws IOException {
    Checkout checkout = Checkout.find();
    PostgresServer database =
        PostgresServer.start(checkout, data.folder("postgresql"), processes, random);
    EthereumNode ethereum = EthereumNode.start(checkout, data.folder("ethereum"), processes);
    AuthzService service =
        AuthzService.start(checkout, database, ethereum, data.folder("authz-service"), processes)
            .ready();
    Workshop workshop = new Workshop(checkout, processes, random);
    List<Jurisdiction> five =
        officers(data.folder("signers"), service.url(), ethereum.endpoint(), workshop);
    Together.each(five, one -> one.enrols(service.enrolmentCode(one.name(), List.of())));
    Ceremony ceremony = five.getFirst().proposesCeremony("Compute Council", THRESHOLD, five);
    Together.each(five, one -> one.joins(ceremony));
    new Deployer(checkout, processes).deploys(ceremony, ethereum, service);
    Together.each(five, one -> one.checksDeployment(service.deploymentFile()));
    five.forEach(Jurisdiction::watches);
    return new Sitting(database, service, five);
  }

  private static List<Jurisdiction> officers(Path folder, URI service, URI rpc, Workshop workshop)
      throws IOException {
    List<Jurisdiction> five = new ArrayList<>();
    for (String name : NAMES) {
      five.add(Jurisdiction.named(name, folder, service, rpc, workshop));
    }
    return List.copyOf(five);
  }

  /** They take turns. */
  Jurisdiction officer(int turn) {
    return officers.get(turn % officers.size());
  }

  List<Moments> moments(List<String> decisions) {
    return new Moments.Source(database).of(decisions);
  }
}
