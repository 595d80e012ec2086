package org.softpause.e2e.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.softpause.e2e.harness.AuditorProgram;
import org.softpause.e2e.harness.EthereumNode;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.Servers;
import org.softpause.e2e.terminal.Stopwatch;
import org.softpause.e2e.terminal.Terminal;

/** Step 8 of the demo: prints the decisions, the times of each stage, an audit and addresses. */
final class PrintSummary implements DemoStep<Boolean> {

  private final DemoContext context;
  private final Terminal terminal;
  private final Servers servers;
  private final DemoCommittee committee;
  private final SlowdownResult slowdown;
  private final RestoredCapacity restored;

  PrintSummary(
      DemoContext context,
      Servers servers,
      DemoCommittee committee,
      SlowdownResult slowdown,
      RestoredCapacity restored) {
    this.context = context;
    this.terminal = context.terminal();
    this.servers = servers;
    this.committee = committee;
    this.slowdown = slowdown;
    this.restored = restored;
  }

  @Override
  public Boolean play() {
    terminal.row("Registry contract: " + committee.registry());
    terminal.row(line("no.", "what", "block", "gas (" + EthereumNode.FORK + ")", "id; signed by"));
    for (AnchoredDecision one : List.of(committee.drill(), slowdown.pause(), restored.lift())) {
      String signers = String.join(", ", one.signers().stream().map(committee::nameOf).toList());
      terminal.row(
          line("" + one.sequence(), one.what(), "" + one.block(), "" + one.gas(), one.id()));
      terminal.row(line("", "", "", "", signers));
    }
    terminal.blank();
    times("Pause", slowdown.pause(), slowdown.atTarget());
    times("Lift (Ethereum was held back on purpose)", restored.lift(), restored.atTarget());
    terminal.blank();
    audit();
    terminal.blank();
    whereToLook();
    return true;
  }

  /** Runs the auditor, which gets only a node, the registry's address and the service's. */
  private void audit() {
    AuditorProgram auditor =
        new AuditorProgram(context.toolkit().checkout(), context.toolkit().processes());
    String verdict =
        terminal.progress(
            "An auditor rebuilds the whole log from the chain and verifies all of it",
            () ->
                AuditorProgram.verdict(
                    auditor.verifies(
                        servers.ethereum().endpoint(),
                        committee.registry(),
                        List.of("--service=" + servers.service().url()))),
            said -> "The auditor says: " + said);
    Expect.that(verdict.startsWith("VERIFIED: all 3 decisions"), "the auditor says: " + verdict);
  }

  private void times(String what, AnchoredDecision decision, Instant atTarget) {
    Instant third = decision.at(LifecycleState.SIGNING);
    terminal.row(
        what
            + ": from the third approval to the certificate "
            + since(third, decision.at(LifecycleState.CERTIFIED))
            + ", to the block "
            + since(third, decision.at(LifecycleState.ANCHORED))
            + ", to the last agent at its target "
            + since(third, atTarget));
  }

  private void whereToLook() {
    URI service = servers.service().url();
    terminal.row("Service          " + service + "/v1/decisions");
    terminal.row(
        "API description  " + service + "/swagger-ui.html and " + service + "/v3/api-docs");
    terminal.row("Health           " + servers.service().healthUrl());
    terminal.row("Ethereum node    " + servers.ethereum().endpoint());
    terminal.row("What to read next: README.md, then src/site/markdown/protocol.md");
  }

  private static String line(String number, String what, String block, String gas, String rest) {
    return String.format(Locale.ROOT, "%-4s %-6s %6s  %11s  %s", number, what, block, gas, rest);
  }

  private static String since(Instant from, Instant to) {
    return Stopwatch.seconds(Duration.between(from, to));
  }
}
