package org.softpause.signer.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.signer.command.console.CommandFailureHandler;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.RuntimeEnvironment;
import org.softpause.signer.command.option.HttpAddressConverter;
import org.softpause.signer.command.option.PassphraseSource;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.operation.SignerSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code signer}: its commands, and the options that all of them share. */
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
      RepairCommand.class,
      RepairHelpCommand.class,
      CheckDeploymentCommand.class,
      DecisionsCommand.class,
      ShowCommand.class,
      ProposePauseCommand.class,
      ProposeLiftCommand.class,
      ProposeWithdrawCommand.class,
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
  private Path home = Path.of(System.getProperty("user.home"), ".softpause-signer");

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
      description = "The authorization service.")
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
      description = "Use no network: answers come from import, requests go to export.")
  private boolean airGap;

  private @Nullable RuntimeEnvironment environment;

  /** Runs one command line and gives its exit code. */
  public static int run(RuntimeEnvironment environment, String... arguments) {
    SignerCommand root = new SignerCommand();
    root.environment = environment;
    Console console = environment.console();
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

  SignerContext context() {
    RuntimeEnvironment given = environment();
    return new SignerContext(
        new SignerSettings(home, Optional.ofNullable(service), Optional.ofNullable(rpc), airGap),
        passphrase(),
        given.clock(),
        given.random(),
        given.waiter(),
        given.cost());
  }

  Console console() {
    return environment().console();
  }

  /** Whether a machine reads the output. */
  boolean json() {
    return json;
  }

  private RuntimeEnvironment environment() {
    if (environment == null) {
      throw new IllegalStateException("the program was not started by run");
    }
    return environment;
  }

  private PassphraseSource passphrase() {
    return passphraseDescriptor == null
        ? PassphraseSource.of(Optional.ofNullable(passphraseFile))
        : PassphraseSource.descriptor(passphraseDescriptor);
  }

  CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli has not set the specification");
    }
    return spec;
  }
}
