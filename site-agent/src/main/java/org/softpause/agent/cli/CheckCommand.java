package org.softpause.agent.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.control.DryRun;
import org.softpause.agent.fetch.ConfiguredEndpoints;
import org.softpause.agent.fetch.FileTokenSource;
import org.softpause.agent.fetch.TokenSource;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.StateStore;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: judges a token now, without ordering or writing anything. */
@Command(
    name = "check",
    description = "Says what the agent would conclude from a token now, and writes nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final AgentConsole console;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--token",
      paramLabel = "FILE|URL",
      description = "The token to check; by default the service's newest.")
  private @Nullable String token;

  @Option(
      names = "--clock",
      paramLabel = "RFC3339",
      description = "Judges as if the clock read this.")
  private @Nullable Instant clock;

  @Option(names = "--json", description = "Prints one JSON object instead of one line.")
  private boolean json;

  CheckCommand(AgentConsole console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    AgentConfig read = config.read();
    Clock asked = clock == null ? console.clock() : Clock.fixed(clock, ZoneOffset.UTC);
    AgentState state = state(StateStore.open(read.state()).read());
    ConfiguredEndpoints endpoints = new ConfiguredEndpoints(read, asked);
    DryRun run =
        DryRun.of(
            state,
            endpoints.evidenceFetcher(state.enrolment(), tokens(read, endpoints)),
            read.limits(),
            asked.instant().getEpochSecond());
    if (json) {
      console.print(run.toJson());
    } else {
      console.out().println(run.line());
    }
    return run.exitCode();
  }

  private static AgentState state(StateStore.Found found) {
    return switch (found) {
      case StateStore.Ready ready -> ready.state();
      case StateStore.NeverEnrolled never ->
          throw new RuleViolation(Rule.NOT_ENROLLED, "there is no state, so enrol first");
      case StateStore.Damaged damaged ->
          throw new RuleViolation(Rule.AGENT_STATE_DAMAGED, damaged.detail());
    };
  }

  private TokenSource tokens(AgentConfig read, ConfiguredEndpoints endpoints) {
    if (token == null) {
      return endpoints.tokensAt(URI.create(read.service() + "/v1/tokens/latest"));
    }
    return token.startsWith("http://") || token.startsWith("https://")
        ? endpoints.tokensAt(URI.create(token))
        : new FileTokenSource(Path.of(token));
  }
}
