package org.softpause.signer.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Address;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.keeping.RegistryPinning;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.store.PosixDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code signer check-deployment}: verifies the registry and pins it. */
@Command(
    name = "check-deployment",
    description = "Verify the registry against your own ceremony and your own node, and pin it.")
final class CheckDeploymentCommand extends Subcommand {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The deployment file (default: the one that the service hands out).")
  private @Nullable Path file;

  @Option(
      names = "--joining",
      paramLabel = "ADDRESS",
      description =
          "The registry's address as you know it from elsewhere; for a member of a committee that did"
              + " not found the registry.")
  private @Nullable String joining;

  @Override
  OperationReport run(SignerContext context) {
    RegistryPinning pinning = new RegistryPinning(context);
    Deployment deployment = file == null ? pinning.served() : read(file);
    return pinning.pin(deployment, Optional.ofNullable(joining).map(Address::parse));
  }

  private Deployment read(Path named) {
    try {
      return Deployment.parse(new PosixDisk().read(named.toRealPath(), Deployment.MAX_BYTES));
    } catch (IOException failure) {
      CommandSpec own = Objects.requireNonNull(spec, "picocli sets the specification");
      throw new ParameterException(own.commandLine(), "cannot read " + named, failure);
    }
  }
}
