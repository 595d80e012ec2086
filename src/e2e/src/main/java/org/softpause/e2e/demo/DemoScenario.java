package org.softpause.e2e.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.terminal.Stopwatch;
import org.softpause.e2e.terminal.Terminal;

/** Runs the eight steps of the demo in order and passes each step the results of earlier ones. */
final class DemoScenario {

  private final DemoContext context;
  private final Terminal terminal;
  private int number;

  DemoScenario(DemoContext context) {
    this.context = context;
    this.terminal = context.terminal();
  }

  /**
   * Runs all steps.
   *
   * @throws StepFailed naming the first step that failed
   */
  void play() {
    Stopwatch watch = Stopwatch.started();
    introduce();
    Servers servers = step("A database, an Ethereum node, a service", new StartServers(context));
    RegisterSites register = new RegisterSites(context, servers);
    DemoCommittee committee =
        step(
            "Five signatories make one key that none of them has",
            new SetUpCommittee(context, servers, register::begin));
    DemoSites sites = step("Three sites connect", new ConnectSites(context, servers, register));
    AnchoredDecision pause =
        step("A pause is decided", new DecidePause(context, servers, committee));
    Supplier<PreparedProposals> proposals =
        Parallel.meanwhile(new PrepareProposals(context, servers, committee, sites, pause)::play);
    SlowdownResult slowdown =
        step("The cluster slows down", new SlowDownCluster(context, sites, pause));
    SignedLift lift =
        step(
            "Everybody tries to cheat",
            new AttemptAttacks(context, servers, committee, sites, pause, proposals));
    RestoredCapacity restored =
        step("The pause is lifted", new LiftPause(context, servers, sites, lift));
    step("What happened", new PrintSummary(context, servers, committee, slowdown, restored));
    terminal.blank();
    terminal.done("Every step came out as described, in " + watch + ".");
  }

  private void introduce() {
    terminal.heading("Softpause: a pause button for industrial AI compute");
    terminal.tell(
        "Five signatories who need not trust each other slow a large training cluster down to 5 %"
            + " of its capacity, and then give it back. No one of them"
            + " can do it alone, and the service between them cannot do it at all. Every program,"
            + " signature, database row and block below is real; only the cluster is simulated.");
    terminal.tell("Logs: " + context.data().logs());
  }

  private <T> T step(String title, DemoStep<T> step) {
    number++;
    terminal.heading(number + "  " + title);
    Stopwatch watch = Stopwatch.started();
    try {
      T result = step.play();
      terminal.time("step " + number + " took " + watch);
      return result;
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new StepFailed(number + " (" + title + ")", e);
    }
  }
}
