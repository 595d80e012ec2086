package org.softpause.auditor.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.softpause.auditor.token.EquivocationProof;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.token.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that looks for a contradiction between two tokens of one service. */
@Command(
    name = "compare",
    description = {
      "Says whether two tokens by one key can both be true.",
      "If not, the service lied to someone; the command writes a proof that anyone can check."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private static final int MAX_KEY_BYTES = 4_096;

  private final AuditEnvironment environment;

  @Parameters(index = "0", paramLabel = "TOKEN", description = "A file with one token.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "TOKEN", description = "A file with another token.")
  private Path second = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "JWK",
      description = "A file with the service's public key, as pinned at enrolment.")
  private Path key = Path.of("");

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      defaultValue = "lie.json",
      description = "Where a proof is written (${DEFAULT-VALUE}).")
  private Path proof = Path.of("lie.json");

  CompareCommand(AuditEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    PublicIdentity service =
        StrictJson.read(InputFile.read(key, MAX_KEY_BYTES), MAX_KEY_BYTES, PublicIdentity::read);
    EquivocationProof equivocation;
    try {
      equivocation = EquivocationProof.of(service, token(first), token(second));
    } catch (RuleViolation honest) {
      if (honest.rule() != Rule.TOKEN_NO_CONTRADICTION) {
        throw honest;
      }
      environment.out().println("NO CONTRADICTION: " + honest.detail());
      return AuditExitCode.VERIFIED;
    }
    Files.write(proof, CanonicalJson.encode(equivocation.toJson()));
    environment
        .out()
        .println("THE SERVICE LIED: key " + service.kid() + " signed " + equivocation.what());
    environment.out().println("proof: " + proof + " (check it with: auditor check-proof)");
    return AuditExitCode.DISAGREEMENT;
  }

  private static String token(Path file) throws IOException {
    return new String(InputFile.read(file, Token.MAX_LENGTH + 2), US_ASCII).strip();
  }
}
