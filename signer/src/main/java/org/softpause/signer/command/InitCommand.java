package org.softpause.signer.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.signer.command.option.Pkcs11Options;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.registration.JurisdictionRegistration;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signer init}: creates a signer and registers it; it can be repeated after a failure. */
@Command(
    name = "init",
    description = "Make this signer's identity key and register it with an enrolment code.")
final class InitCommand extends Subcommand {
  @Option(names = "--name", required = true, description = "The jurisdiction's name.")
  private String name = "";

  @Option(
      names = "--enrolment-code",
      required = true,
      description = "The code that the operator gave you; it serves once.")
  private String code = "";

  @ArgGroup(exclusive = false)
  private @Nullable Pkcs11Options token;

  @Override
  OperationReport run(SignerContext context) {
    return new JurisdictionRegistration(context)
        .register(name, code, Optional.ofNullable(token).map(given -> given::key));
  }
}
