package org.softpause.signer.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: options that every command shares. */
@Command(
    name = "signer",
    description = "A jurisdiction's signer: read a decision in plain words, approve or reject it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Init.class,
      CeremonyPropose.class,
      Join.class,
      RefreshPropose.class,
      ResharePropose.class,
      Settle.class,
      Recover.class,
      CheckDeployment.class,
      Decisions.class,
      Show.class,
      ProposePause.class,
      ProposeLift.class,
      ProposeRenew.class,
      ProposeRotate.class,
      Approve.class,
      Reject.class,
      Watch.class,
      SignSite.class,
      Status.class,
      BackupCommand.class,
      Export.class,
      Import.class,
      Carry.class,
      Doctor.class
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

  private @Nullable Surroundings surroundings;

  /** Runs one command line and gives its exit code. */
  public static int run(Surroundings surroundings, String... arguments) {
    SignerCommand root = new SignerCommand();
    root.surroundings = surroundings;
    Console console = surroundings.console();
    return new CommandLine(root)
        .setOut(console.out())
        .setErr(console.err())
        .setExecutionExceptionHandler(new Failures(console.err()))
        .execute(arguments);
  }

  /** Without a command there is only help to give. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec().commandLine(), "which command?");
  }

  Workspace workspace() {
    if (surroundings == null) {
      throw new IllegalStateException("the program was not started by run");
    }
    return new Workspace(
        spec(),
        surroundings,
        home,
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
