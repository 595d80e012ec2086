package org.softpause.signer.ceremony;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.softpause.frost.FrostException;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyParticipant;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.ceremony.repair.LostMember;
import org.softpause.protocol.ceremony.repair.RepairTranscript;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.backup.BackedUpSeat;
import org.softpause.signer.backup.Backup;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;

/**
 * Recovers seats from a backup: the seed of a ceremony and its public transcript give the share
 * again.
 */
public final class SeatRecovery {
  private final BulletinBoard board;
  private final Identity identity;
  private final SecureRandom random;

  public SeatRecovery(BulletinBoard board, Identity identity, SecureRandom random) {
    this.board = board;
    this.identity = identity;
    this.random = random;
  }

  /**
   * Every seat of the backup, with its share verified against the roster.
   *
   * @throws RuleViolation JWS_WRONG_KEY for another identity key than the backup's, WRONG_ROSTER
   *     for a transcript that yields another roster than the backup has, or what {@link
   *     CeremonyMember#recover} refuses
   */
  public List<CeremonySeat> seats(Backup backup) {
    if (!identity.publicIdentity().kid().equals(backup.kid())) {
      throw new RuleViolation(
          Rule.JWS_WRONG_KEY,
          "the backup belongs to identity key " + backup.kid() + ", not of this one");
    }
    return backup.seats().stream().map(this::seat).toList();
  }

  private CeremonySeat seat(BackedUpSeat backed) {
    Ceremony ceremony = board.read(backed.ceremony());
    Roster roster = requireRoster(ceremony, backed);
    KeyPackage key =
        backed.repair().isPresent()
            ? rebuilt(backed, backed.repair().get(), roster)
            : member(ceremony, backed).recover(ceremony);
    byte[] share = key.signingShare().exposeSecretBytes();
    SecretBytes kept = SecretBytes.copyOf(share);
    Arrays.fill(share, (byte) 0);
    Optional<Bytes32> before = ceremony.plan().succession().map(Succession::previousRoster);
    CeremonySeat seat = CeremonySeat.taken(backed.ceremony(), backed.self(), backed.seed(), before);
    List<Jws> sent =
        ceremony.messages().stream()
            .filter(message -> message.kid().equals(identity.publicIdentity().kid()))
            .toList();
    Bytes32 registered = new RosterLineage(board.gathering()).registered(roster);
    if (backed.repair().isPresent()) {
      return CeremonySeat.lost(backed.ceremony(), backed.self(), before, sent, roster, registered)
          .repaired(kept, backed.seed(), backed.repair().get());
    }
    for (Jws message : sent) {
      seat = seat.withSent(message);
    }
    return seat.withSigningShare(kept).completed(roster, registered, standing(ceremony));
  }

  /** The share from the seed of the repair that brought it back, and that repair's messages. */
  private KeyPackage rebuilt(BackedUpSeat backed, Bytes32 repair, Roster roster) {
    Ceremony shown = board.read(repair);
    RepairRequest request = RepairParticipation.request(shown);
    if (!request.roster().equals(roster)) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER, "repair %s is not of roster %s".formatted(repair, roster.hash()));
    }
    RepairTranscript transcript =
        shown
            .repair()
            .orElseThrow(
                () ->
                    new RuleViolation(Rule.CEREMONY_ABORTED, "repair " + repair + " was aborted"));
    try {
      return LostMember.of(request, identity, seed(backed)).rebuild(transcript);
    } catch (FrostException refused) {
      throw RuleViolation.of(refused);
    }
  }

  private static Seed seed(BackedUpSeat backed) {
    byte[] secret = backed.seed().exposeSecretBytes();
    Seed seed = Seed.fromSecretBytes(secret);
    Arrays.fill(secret, (byte) 0);
    return seed;
  }

  /** A reshared seat waits until it is settled, because the log decides whether it is in force. */
  private static SeatStatus standing(Ceremony ceremony) {
    return ceremony.plan().purpose() == CeremonyPurpose.RESHARE
        ? SeatStatus.WAITING
        : SeatStatus.IN_FORCE;
  }

  private static Roster requireRoster(Ceremony ceremony, BackedUpSeat backed) {
    return ceremony
        .roster()
        .filter(roster -> ceremony.possession().isPresent())
        .filter(roster -> roster.hash().equals(backed.roster()))
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.WRONG_ROSTER,
                    "ceremony %s as shown has not made roster %s"
                        .formatted(backed.ceremony(), backed.roster())));
  }

  private CeremonyParticipant member(Ceremony ceremony, BackedUpSeat backed) {
    CeremonyParticipant member =
        CeremonyParticipant.of(ceremony.plan(), identity, seed(backed), random);
    if (!member.identifier().equals(backed.self())) {
      throw new RuleViolation(
          Rule.WRONG_IDENTIFIER, "the backup's seat is not ours in ceremony " + backed.ceremony());
    }
    return member;
  }
}
