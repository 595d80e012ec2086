package org.softpause.e2e.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.softpause.e2e.harness.Checkout;
import org.softpause.e2e.harness.EthereumNode;
import org.softpause.e2e.harness.PostgresServer;

/** A program that starts both servers, prints their process ids and waits to be killed. */
final class ParentOfServers {

  private ParentOfServers() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Processes processes = new Processes(logs);
    Checkout checkout = Checkout.find();
    PostgresServer database =
        PostgresServer.start(checkout, folder.resolve("postgresql"), processes, new Random(1));
    EthereumNode ethereum = EthereumNode.start(checkout, folder.resolve("ethereum"), processes);
    System.out.println(database.process().pid() + " " + ethereum.process().pid());
    System.out.flush();
    Thread.currentThread().join();
  }
}
