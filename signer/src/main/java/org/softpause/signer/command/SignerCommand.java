package org.softpause.signer.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.RuntimeEnvironment;
import org.softpause.signer.command.option.HttpAddressConverter;
import org.softpause.signer.command.option.PassphraseSource;
import org.softpause.signer.operation.SignerContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** The program: options that every command shares. */
@Command(
    name = "signer",
    description = "A jurisdiction's signer: read a decision in plain words, approve or reject it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      InitCommand.class,
      CeremonyProposeCommand.class,
      JoinCommand.class,
      RefreshProposeCommand.class,
      ReshareProposeCommand.class,
      SettleCommand.class,
      RecoverCommand.class,
      CheckDeploymentCommand.class,
      DecisionsCommand.class,
      ShowCommand.class,
      ProposePauseCommand.class,
      ProposeLiftCommand.class,
      ProposeRenewCommand.class,
      ProposeRotateCommand.class,
      ApproveCommand.class,
      RejectCommand.class,
      WatchCommand.class,
      SignSiteCommand.class,
      SignerStatusCommand.class,
      BackupCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      CarryCommand.class,
      DoctorCommand.class
    })
public final class SignerCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--home",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "Folder of the encrypted key store (default: ~/.softpause-signer).")
  private Path storeDirectory = Path.of(System.getProperty("user.home"), ".softpause-signer");

  @Option(
      names = "--passphrase-file",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Take the passphrase from the first line of FILE.")
  private @Nullable Path passphraseFile;

  @Option(
      names = "--passphrase-fd",
      scope = ScopeType.INHERIT,
      paramLabel = "N",
      description = "Take the passphrase from file descriptor N.")
  private @Nullable Integer passphraseDescriptor;

  @Option(
      names = "--service",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      converter = HttpAddressConverter.class,
      description = "The bulletin board.")
  private @Nullable URI service;

  @Option(
      names = "--rpc",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      converter = HttpAddressConverter.class,
      description = "Your own Ethereum endpoint.")
  private @Nullable URI rpc;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object for machines.")
  private boolean json;

  @Option(
      names = "--air-gap",
      scope = ScopeType.INHERIT,
      description =
          "Reach nobody: take answers from what import took in, leave requests to export.")
  private boolean airGap;

  private @Nullable RuntimeEnvironment runtimeEnvironment;

  /** Runs one command line and gives its exit code. */
  public static int run(RuntimeEnvironment runtimeEnvironment, String... arguments) {
    SignerCommand root = new SignerCommand();
    root.runtimeEnvironment = runtimeEnvironment;
    Console console = runtimeEnvironment.console();
    return new CommandLine(root)
        .setOut(console.out())
        .setErr(console.err())
        .setExecutionExceptionHandler(new CommandFailureHandler(console.err()))
        .execute(arguments);
  }

  /** Without a command there is only help to give. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec().commandLine(), "which command?");
  }

  SignerContext signerContext() {
    if (runtimeEnvironment == null) {
      throw new IllegalStateException("the program was not started by run");
    }
    return new SignerContext(
        spec(),
        runtimeEnvironment,
        storeDirectory,
        passphrase(),
        Optional.ofNullable(service),
        Optional.ofNullable(rpc),
        airGap,
        json);
  }

  private PassphraseSource passphrase() {
    return passphraseDescriptor == null
        ? PassphraseSource.of(Optional.ofNullable(passphraseFile))
        : PassphraseSource.descriptor(passphraseDescriptor);
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the specification");
    }
    return spec;
  }
}
