package org.softpause.auditor.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.softpause.auditor.audit.AuditProgress;
import org.softpause.protocol.Waiter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The auditor's program: parses the command line and runs a command. */
@Command(
    name = "auditor",
    description = "Verifies every pause ever decided and trusts nothing but the chain.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 verified, 1 disagreement (the party at fault is named), 2 usage, 3 could not"
          + " check."
    })
public final class AuditorMain {
  private AuditorMain() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    AuditEnvironment environment =
        new AuditEnvironment(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            err,
            new SecureRandom(),
            Waiter.THREAD,
            isTerminal() ? new ProgressBar(err) : AuditProgress.none());
    System.exit(commands(environment).execute(arguments));
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  static CommandLine commands(AuditEnvironment environment) {
    return new CommandLine(new AuditorMain())
        .addSubcommand(new VerifyCommand(environment))
        .addSubcommand(new ReportCommand(environment))
        .addSubcommand(new CompareCommand(environment))
        .addSubcommand(new CheckProofCommand(environment))
        .addSubcommand(new ExplainCommand(environment))
        .setOut(environment.out())
        .setErr(environment.err())
        .setExecutionExceptionHandler(new AuditExceptionHandler(environment.err()));
  }
}
