package org.softpause.signer.keeping;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.backup.Backup;
import org.softpause.signer.backup.BackupFile;
import org.softpause.signer.ceremony.SeatRecovery;
import org.softpause.signer.operation.Passphrases;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.release.StoreFreshness;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SignerState;

/**
 * Recovers a lost signer into an empty folder, from its backup and the public transcripts of its
 * ceremonies. Its commitment numbers go on after the highest that the lost machine is known to have
 * issued, so that none is issued twice.
 */
public record SignerRecovery(SignerContext context) {
  /**
   * Recovers the signer.
   *
   * @param passphrases where the backup's passphrase comes from
   * @param token where a token holds the identity key
   */
  public OperationReport recover(
      Path file, Passphrases passphrases, Optional<Supplier<IdentityKey.Token>> token) {
    Backup backup =
        new BackupFile(file, context.random()).open(BackupWriting.passphrase(passphrases));
    IdentityKey key = token.<IdentityKey>map(Supplier::get).orElseGet(() -> softwareKey(backup));
    SignerState recovered = recovered(backup, key);
    context.create(recovered);
    return report(backup, recovered);
  }

  private SignerState recovered(Backup backup, IdentityKey key) {
    Identity identity = context.identity(key);
    List<CeremonySeat> seats =
        new SeatRecovery(context.board(), identity, context.random()).seats(backup);
    StoreFreshness proven = new StoreFreshness(context.service(), identity.publicIdentity());
    SignerState state =
        SignerState.fresh(backup.name(), key)
            .withLedger(
                NonceLedger.startingAfter(Math.max(backup.issued(), issued(proven, seats))));
    for (CeremonySeat seat : seats) {
      state = state.withSeat(seat);
    }
    return backup.deployment().map(state::withDeployment).orElse(state);
  }

  /** The highest number that the lost machine is known to have issued since the backup. */
  private static long issued(StoreFreshness proven, List<CeremonySeat> seats) {
    return seats.stream()
        .flatMap(seat -> Membership.holding(seat).stream())
        .mapToLong(proven::provenNumber)
        .max()
        .orElse(0);
  }

  private static IdentityKey softwareKey(Backup backup) {
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
            .array("seats", recovered.seats(), SignerRecovery::json)
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
        .text("standing", seat.status().word())
        .toJson();
  }
}
