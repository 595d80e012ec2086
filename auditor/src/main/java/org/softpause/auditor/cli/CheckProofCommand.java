package org.softpause.auditor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.softpause.auditor.token.EquivocationProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that checks, offline, a proof that {@code compare} wrote. */
@Command(
    name = "check-proof",
    description = "Checks a proof that a service lied, offline. Exit code 0: the proof holds.",
    mixinStandardHelpOptions = true)
final class CheckProofCommand implements Callable<Integer> {
  private final AuditEnvironment environment;

  @Parameters(paramLabel = "FILE", description = "The proof.")
  private Path file = Path.of("");

  CheckProofCommand(AuditEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    EquivocationProof proof =
        EquivocationProof.parse(InputFile.read(file, EquivocationProof.MAX_BYTES));
    environment.out().println("PROVEN: key " + proof.key().kid() + " signed " + proof.what());
    return AuditExitCode.VERIFIED;
  }
}
