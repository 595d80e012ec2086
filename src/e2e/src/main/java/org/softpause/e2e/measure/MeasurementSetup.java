package org.softpause.e2e.measure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.softpause.e2e.demo.DataFolder;
import org.softpause.e2e.harness.Checkout;
import org.softpause.e2e.harness.DeployerProgram;
import org.softpause.e2e.harness.EthereumNode;
import org.softpause.e2e.harness.PostgresServer;
import org.softpause.e2e.harness.ProposedCeremony;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.harness.Signatory;
import org.softpause.e2e.harness.Toolkit;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.process.Processes;

/** The parties of a measurement: a service with its registry and five watching signers. */
record MeasurementSetup(PostgresServer database, ServiceProcess service, List<Signatory> officers) {
  static final int THRESHOLD = 3;
  private static final List<String> NAMES =
      List.of("Switzerland", "Kenya", "Brazil", "India", "World Citizens Assembly");

  static MeasurementSetup open(DataFolder data, Processes processes, RandomGenerator random)
      throws IOException {
    Checkout checkout = Checkout.find();
    PostgresServer database =
        PostgresServer.start(checkout, data.folder("postgresql"), processes, random);
    EthereumNode ethereum = EthereumNode.start(checkout, data.folder("ethereum"), processes);
    ServiceProcess service =
        ServiceProcess.start(checkout, database, ethereum, data.folder("authz-service"), processes)
            .ready();
    Toolkit toolkit = new Toolkit(checkout, processes, random);
    List<Signatory> five =
        officers(data.folder("signers"), service.url(), ethereum.endpoint(), toolkit);
    Parallel.each(five, one -> one.enrols(service.enrolmentCode(one.name(), List.of())));
    ProposedCeremony ceremony =
        five.getFirst().proposesCeremony("Compute Council", THRESHOLD, five);
    Parallel.each(five, one -> one.joins(ceremony));
    new DeployerProgram(checkout, processes).deploys(ceremony, ethereum, service);
    Parallel.each(five, one -> one.checksDeployment(service.deploymentFile()));
    five.forEach(Signatory::watches);
    return new MeasurementSetup(database, service, five);
  }

  private static List<Signatory> officers(Path folder, URI service, URI rpc, Toolkit toolkit)
      throws IOException {
    List<Signatory> five = new ArrayList<>();
    for (String name : NAMES) {
      five.add(Signatory.named(name, folder, service, rpc, toolkit));
    }
    return List.copyOf(five);
  }

  /** Returns the officer whose turn it is. */
  Signatory officer(int turn) {
    return officers.get(turn % officers.size());
  }

  List<SigningTimings> moments(List<String> decisions) {
    return new SigningTimings.Source(database).of(decisions);
  }
}
