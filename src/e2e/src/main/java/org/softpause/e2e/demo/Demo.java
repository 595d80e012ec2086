package org.softpause.e2e.demo;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.softpause.e2e.harness.Checkout;
import org.softpause.e2e.harness.Toolkit;
import org.softpause.e2e.process.Processes;
import org.softpause.e2e.terminal.Terminal;

/** The program behind {@code ./demo}. It exits with 0 only if every step succeeds. */
public final class Demo {

  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private final Terminal terminal;
  private final DataFolder data;
  private final Processes processes;
  private volatile boolean succeeded;

  private Demo(Terminal terminal, DataFolder data) {
    this.terminal = terminal;
    this.data = data;
    this.processes = new Processes(data.logs());
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    DemoOptions options;
    DataFolder data;
    try {
      options = DemoOptions.parse(List.of(args));
      data = DataFolder.open(options.data());
    } catch (IllegalArgumentException e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(USAGE);
      return;
    }
    Demo demo = new Demo(Terminal.onStandardOutput(), data);
    Runtime.getRuntime().addShutdownHook(new Thread(demo::end, "end"));
    System.exit(demo.run(options));
  }

  private int run(DemoOptions options) throws IOException, InterruptedException {
    try {
      Toolkit toolkit = new Toolkit(Checkout.find(), processes, new SecureRandom());
      new DemoScenario(new DemoContext(terminal, toolkit, data, Clock.systemUTC())).play();
    } catch (StepFailed e) {
      tellFailure(e);
      return FAILED;
    }
    succeeded = true;
    if (!options.once()) {
      terminal.tell("Everything stays up until you press Ctrl-C.");
      new CountDownLatch(1).await();
    }
    terminal.progress("End every process", processes::close);
    return 0;
  }

  private void tellFailure(StepFailed e) throws IOException {
    if (processes.isClosed()) {
      return;
    }
    terminal.failed(e.sentence());
    terminal.tell("The logs are kept in " + data.logs());
    e.writeTo(data.logs().resolve("failure.txt"));
  }

  /** Runs on every exit, including signals. */
  private void end() {
    processes.close();
    if (succeeded) {
      data.forget();
    }
  }
}
