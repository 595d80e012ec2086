package org.softpause.signer.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.ParentCommand;

/** One subcommand: it runs in the workspace that the options before it describe. */
abstract class Subcommand implements Callable<Integer> {
  @ParentCommand private @Nullable SignerCommand root;

  abstract OperationReport run(SignerContext signerContext);

  @Override
  public final Integer call() {
    SignerCommand signer = Objects.requireNonNull(root, "picocli sets the parent");
    SignerContext signerContext = signer.signerContext();
    OperationReport report = run(signerContext);
    PrintWriter out = signerContext.console().out();
    if (signerContext.json()) {
      out.println(new String(CanonicalJson.encode(report.json()), StandardCharsets.UTF_8));
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
    return ExitCodes.of(report.outcome());
  }
}
