package org.softpause.signer.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.SigningShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * This signer's seat in one key ceremony and in the committee that the ceremony makes.
 *
 * @param seed what all secrets of the ceremony derive from; destroyed once the seat has ended
 * @param succeeds the roster that a refresh or resharing starts from
 * @param sent this signer's messages in order and byte for byte, so that it can send them again
 * @param signingShare 32 bytes; present once every share has arrived and verified, until the seat
 *     ends
 * @param roster the roster that this signer has signed, once all members confirmed one transcript
 * @param registered the roster by which the registry names this committee, once the ceremony is
 *     complete; after a refresh it is still the roster from before
 * @param repair the repair that brought a lost share back; the seed is then that of the repair
 * @param status the stage that the seat has reached
 */
public record CeremonySeat(
    Bytes32 ceremony,
    Identifier self,
    Optional<SecretBytes> seed,
    Optional<Bytes32> succeeds,
    List<Jws> sent,
    Optional<SecretBytes> signingShare,
    Optional<Roster> roster,
    Optional<Bytes32> registered,
    Optional<Bytes32> repair,
    SeatStatus status) {
  public static final int SEED_LENGTH = 32;
  private static final int SHARE_LENGTH = 32;

  public CeremonySeat {
    sent = List.copyOf(sent);
  }

  /** Takes a seat, from which nothing has been sent yet. */
  public static CeremonySeat taken(
      Bytes32 ceremony, Identifier self, SecretBytes seed, Optional<Bytes32> succeeds) {
    return new CeremonySeat(
        ceremony,
        self,
        Optional.of(seed),
        succeeds,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SeatStatus.UNDER_WAY);
  }

  /**
   * Takes a seat in a repair, from which nothing has been sent yet.
   *
   * @param roster the committee that the lost share belongs to
   */
  public static CeremonySeat repairing(
      Bytes32 repair, Identifier self, SecretBytes seed, Bytes32 roster) {
    return taken(repair, self, seed, Optional.of(roster)).with(SeatStatus.REPAIRING);
  }

  /** Remembers the complete ceremony whose share is lost here, from its public messages. */
  public static CeremonySeat lost(
      Bytes32 ceremony,
      Identifier self,
      Optional<Bytes32> succeeds,
      List<Jws> sent,
      Roster roster,
      Bytes32 registered) {
    return new CeremonySeat(
        ceremony,
        self,
        Optional.empty(),
        succeeds,
        sent,
        Optional.empty(),
        Optional.of(roster),
        Optional.of(registered),
        Optional.empty(),
        SeatStatus.SHARE_LOST);
  }

  private CeremonySeat with(SeatStatus next) {
    return new CeremonySeat(
        ceremony, self, seed, succeeds, sent, signingShare, roster, registered, repair, next);
  }

  /** Returns this signer's message of that type, if it was made before. */
  public Optional<Jws> sent(String type) {
    return sent.stream().filter(jws -> jws.unverified().type().equals(type)).findFirst();
  }

  /** Returns the ceremony's purpose, once this signer has signed its plan. */
  public Optional<CeremonyPurpose> purpose() {
    return sent(CeremonyPlan.TYPE)
        .map(jws -> jws.unverified().read(CeremonyPlan.TYPE, CeremonyPlan::read).purpose());
  }

  /** Adds one more message of this signer. */
  public CeremonySeat withSent(Jws message) {
    List<Jws> more = new ArrayList<>(sent);
    more.add(message);
    return new CeremonySeat(
        ceremony, self, seed, succeeds, more, signingShare, roster, registered, repair, status);
  }

  public CeremonySeat withSigningShare(SecretBytes share) {
    return new CeremonySeat(
        ceremony,
        self,
        seed,
        succeeds,
        sent,
        Optional.of(share),
        roster,
        registered,
        repair,
        status);
  }

  /**
   * Takes the lost share back. A reshared seat then waits to be settled, because the log decides
   * whether it is in force.
   *
   * @param share verified against the roster
   * @param from the seed of the repair, from which the share can be rebuilt
   */
  public CeremonySeat repaired(SecretBytes share, SecretBytes from, Bytes32 byRepair) {
    return new CeremonySeat(
        ceremony,
        self,
        Optional.of(from),
        succeeds,
        sent,
        Optional.of(share),
        roster,
        registered,
        Optional.of(byRepair),
        purpose().equals(Optional.of(CeremonyPurpose.RESHARE))
            ? SeatStatus.WAITING
            : SeatStatus.IN_FORCE);
  }

  /** Joins the own share with the public keys of this roster, once the share has arrived. */
  public Optional<KeyPackage> key(Roster agreed) {
    return signingShare.map(
        share -> {
          byte[] secret = share.exposeSecretBytes();
          SigningShare own = SigningShare.fromSecretBytes(secret);
          Arrays.fill(secret, (byte) 0);
          return new KeyPackage(self, own, agreed.publicKeys());
        });
  }

  /**
   * Marks the ceremony as complete.
   *
   * @param name the roster by which the registry names, or will name, the committee
   * @param next WAITING or IN_FORCE
   */
  public CeremonySeat completed(Roster agreed, Bytes32 name, SeatStatus next) {
    return new CeremonySeat(
        ceremony,
        self,
        seed,
        succeeds,
        sent,
        signingShare,
        Optional.of(agreed),
        Optional.of(name),
        repair,
        next);
  }

  /** Puts the seat in force: from now on its share signs decisions. */
  public CeremonySeat inForce() {
    return with(SeatStatus.IN_FORCE);
  }

  /** Ends the seat for good by dropping its seed and its share. */
  public CeremonySeat ended() {
    return new CeremonySeat(
        ceremony,
        self,
        Optional.empty(),
        succeeds,
        sent,
        Optional.empty(),
        roster,
        registered,
        repair,
        SeatStatus.ENDED);
  }

  /**
   * Whether the officer may give the seat up. That is so for a resharing that waits for its Rotate,
   * and for a ceremony whose roster this signer has not signed, since nobody can have a complete
   * roster of it. A repair can be given up at any time: it makes no roster.
   */
  public boolean canBeAbandoned() {
    return status == SeatStatus.WAITING
        || status == SeatStatus.REPAIRING
        || (status == SeatStatus.UNDER_WAY && sent(Roster.TYPE).isEmpty());
  }

  /** Whether the seat takes part in a ceremony or a repair that goes on over the bulletin board. */
  public boolean isOnBoard() {
    return status == SeatStatus.UNDER_WAY || status == SeatStatus.REPAIRING;
  }

  /** Whether the seat holds a share that a backup must be able to restore. */
  public boolean holdsShare() {
    return status == SeatStatus.WAITING || status == SeatStatus.IN_FORCE;
  }

  static CeremonySeat read(ObjectReader in) {
    return new CeremonySeat(
        in.bytes32("ceremony"),
        new Identifier(in.small("identifier", 1, Identifier.MAX_VALUE)),
        StateCodecs.optional(in, "seed", () -> StateCodecs.secret(in, "seed", SEED_LENGTH)),
        StateCodecs.optional(in, "succeeds", () -> in.bytes32("succeeds")),
        in.values("sent", Jws::parse),
        StateCodecs.optional(
            in, "signingShare", () -> StateCodecs.secret(in, "signingShare", SHARE_LENGTH)),
        StateCodecs.optional(in, "roster", () -> in.object("roster", Roster::read)),
        StateCodecs.optional(in, "registered", () -> in.bytes32("registered")),
        StateCodecs.optional(in, "repair", () -> in.bytes32("repair")),
        in.value("standing", SeatStatus::parse));
  }

  JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .bytes32("ceremony", ceremony)
            .number("identifier", self.value())
            .texts("sent", sent.stream().map(Jws::compact).toList())
            .text("standing", status.word());
    seed.ifPresent(secret -> StateCodecs.secret(out, "seed", secret));
    succeeds.ifPresent(before -> out.bytes32("succeeds", before));
    signingShare.ifPresent(share -> StateCodecs.secret(out, "signingShare", share));
    roster.ifPresent(agreed -> out.json("roster", agreed.toJson()));
    registered.ifPresent(name -> out.bytes32("registered", name));
    repair.ifPresent(id -> out.bytes32("repair", id));
    return out.toJson();
  }
}
