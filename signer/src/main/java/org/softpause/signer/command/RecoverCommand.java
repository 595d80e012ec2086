package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.backup.Backup;
import org.softpause.signer.backup.BackupFile;
import org.softpause.signer.ceremony.SeatRecovery;
import org.softpause.signer.command.option.Pkcs11Options;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.release.StoreFreshness;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.Passphrase;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a signer anew on an empty machine, from its backup and the public transcripts. */
@Command(
    name = "recover",
    description = {
      "Make this signer anew in an empty folder, from its backup and the public transcripts.",
      "The lost machine must never sign again. What it approved and had not signed goes on without"
          + " this member, or is proposed again."
    })
final class RecoverCommand extends Subcommand {
  @Option(
      names = "--backup",
      required = true,
      paramLabel = "FILE",
      description = "As backup made it.")
  private Path file = Path.of("");

  @Option(
      names = "--backup-passphrase-file",
      paramLabel = "FILE",
      description = "Passphrase of the backup (default: that of the store to be made).")
  private @Nullable Path passphraseFile;

  @ArgGroup(exclusive = false)
  private @Nullable Pkcs11Options token;

  @Override
  OperationReport run(SignerContext signerContext) {
    Passphrase passphrase = signerContext.backupPassphrase(Optional.ofNullable(passphraseFile));
    Backup backup = new BackupFile(file, signerContext.random()).open(passphrase);
    IdentityKey key = identity(backup);
    SignerState bare = SignerState.fresh(backup.name(), key);
    Identity identity = signerContext.identity(key);
    BulletinBoard board = new BulletinBoard(signerContext.service());
    List<CeremonySeat> seats =
        new SeatRecovery(board, identity, signerContext.random()).seats(backup);
    StoreFreshness proven = new StoreFreshness(signerContext.service(), identity.publicIdentity());
    SignerState recovered =
        bare.withLedger(
            NonceLedger.startingAfter(Math.max(backup.issued(), issued(proven, seats))));
    for (CeremonySeat seat : seats) {
      recovered = recovered.withSeat(seat);
    }
    if (backup.deployment().isPresent()) {
      recovered = recovered.withDeployment(backup.deployment().get());
    }
    signerContext.create(recovered);
    return report(backup, recovered);
  }

  /** The highest number that the lost machine is known to have given since the backup. */
  private static long issued(StoreFreshness proven, List<CeremonySeat> seats) {
    return seats.stream()
        .flatMap(seat -> Membership.holding(seat).stream())
        .mapToLong(proven::provenNumber)
        .max()
        .orElse(0);
  }

  private IdentityKey identity(Backup backup) {
    if (token != null) {
      return token.key();
    }
    return new IdentityKey.Software(
        backup
            .identity()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.NOT_A_MEMBER,
                        "the backup's identity key is in a token: name it by --pkcs11")));
  }

  private static OperationReport report(Backup backup, SignerState recovered) {
    return new OperationReport(
        List.of(
            "Recovered %s with %d committees; every share matches its roster."
                .formatted(backup.name(), recovered.seats().size()),
            "The first commitment from here has number " + recovered.ledger().nextNumber() + ".",
            "Check the registry again: signer check-deployment."),
        new ObjectWriter()
            .text("name", backup.name())
            .text("kid", backup.kid())
            .array("seats", recovered.seats(), RecoverCommand::json)
            .number("nextNumber", recovered.ledger().nextNumber())
            .toJson());
  }

  private static JsonObject json(CeremonySeat seat) {
    Roster roster = seat.roster().orElseThrow();
    return new ObjectWriter()
        .bytes32("ceremony", seat.ceremony())
        .bytes32("roster", roster.hash())
        .number("identifier", seat.self().value())
        .text("groupKey", Hex.encode(roster.groupKey().encode()))
        .text("standing", seat.standing().word())
        .toJson();
  }
}
