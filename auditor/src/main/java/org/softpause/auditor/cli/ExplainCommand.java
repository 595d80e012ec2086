package org.softpause.auditor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.softpause.auditor.words.DecisionWords;
import org.softpause.auditor.words.HumanFormat;
import org.softpause.frost.FrostException;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.site.RegionNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that checks and explains one certificate offline. */
@Command(
    name = "explain",
    description = "Checks and explains one certificate file, offline.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final AuditEnvironment environment;

  @Parameters(paramLabel = "CERTIFICATE", description = "The certificate file.")
  private Path file = Path.of("");

  @Option(
      names = "--deployment",
      paramLabel = "FILE",
      description = "The deployment file, whose founding keys must have signed.")
  private @Nullable Path deployment;

  ExplainCommand(AuditEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Certificate certificate = Certificate.parse(InputFile.read(file, Certificate.MAX_BYTES));
    describe(certificate);
    if (deployment == null) {
      return unchecked("the founding keys are unknown without --deployment");
    }
    Deployment founding = Deployment.parse(InputFile.read(deployment, Deployment.MAX_BYTES));
    if (!founding.domain().equals(certificate.domain())) {
      throw new RuleViolation(
          Rule.WRONG_REGISTRY, "the deployment file describes " + founding.domain().registry());
    }
    if (certificate.decision().epoch() != 0) {
      return unchecked("the committees took office after the deployment; use 'auditor verify'");
    }
    requireSigned(certificate, RegistryState.genesis(founding.genesis()));
    environment.out().println("SIGNED by every founding committee that had to sign.");
    return AuditExitCode.VERIFIED;
  }

  private int unchecked(String why) {
    environment.out().println("SIGNATURES NOT CHECKED: " + why);
    return AuditExitCode.COULD_NOT_CHECK;
  }

  private void describe(Certificate certificate) {
    PrintWriter out = environment.out();
    Decision decision = certificate.decision();
    DecisionWords words = new DecisionWords(RegionNames.load());
    out.println("What      " + words.what(decision));
    out.println("Where     " + words.where(decision));
    out.println("Until     " + words.until(decision) + " (UTC)");
    out.println("By        " + decision.mandate() + ", epoch " + decision.epoch());
    out.println(
        "Proposed  "
            + HumanFormat.utc(decision.proposedAt())
            + ", to be anchored by "
            + HumanFormat.utc(decision.anchorBy())
            + " (UTC)");
    out.println("Reasons   " + decision.reasonHash());
    out.println(
        "Registry  "
            + certificate.domain().registry()
            + " on chain "
            + certificate.domain().chainId());
    out.println("Id        " + certificate.id() + ", computed from the above");
  }

  private static void requireSigned(Certificate certificate, RegistryState state) {
    List<CommitteeKey> signers = state.signers(certificate.decision());
    if (signers.isEmpty() || signers.size() != certificate.signatures().size()) {
      throw new RuleViolation(
          Rule.WRONG_SIGNATURE_COUNT,
          certificate.signatures().size()
              + " signatures, required from "
              + signers.size()
              + " committees");
    }
    for (int i = 0; i < signers.size(); i++) {
      try {
        signers.get(i).key().verify(certificate.id().bytes(), certificate.signatures().get(i));
      } catch (FrostException.InvalidSignature invalid) {
        throw new RuleViolation(
            Rule.SIGNATURE_INVALID,
            "signature " + i + " is not from the committee that had to sign",
            invalid);
      }
    }
  }
}
