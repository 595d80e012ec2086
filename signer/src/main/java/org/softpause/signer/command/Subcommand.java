package org.softpause.signer.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.ExitCodes;
import org.softpause.signer.command.console.TypedConfirmation;
import org.softpause.signer.operation.MissingAddressException;
import org.softpause.signer.operation.OfficerConfirmation;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** One command of the program: it calls one operation and prints that operation's report. */
abstract class Subcommand implements Callable<Integer> {
  @ParentCommand private @Nullable SignerCommand root;

  abstract OperationReport run(SignerContext context);

  @Override
  public final Integer call() {
    OperationReport report = report();
    PrintWriter out = console().out();
    if (json()) {
      out.println(new String(CanonicalJson.encode(report.json()), StandardCharsets.UTF_8));
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
    return ExitCodes.of(report.outcome());
  }

  private OperationReport report() {
    try {
      return run(root().context());
    } catch (MissingAddressException missing) {
      throw new ParameterException(
          root().spec().commandLine(), "this command needs --" + missing.setting(), missing);
    }
  }

  final Console console() {
    return root().console();
  }

  /** Whether a machine reads the output. */
  final boolean json() {
    return root().json();
  }

  /** A confirmation by these digits, or by typing them where they are null. */
  final OfficerConfirmation confirmation(@Nullable String digits) {
    return new TypedConfirmation(console(), json(), digits);
  }

  private SignerCommand root() {
    return Objects.requireNonNull(root, "picocli sets the parent");
  }
}
