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
        SeatStatus.UNDER_WAY);
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
        ceremony, self, seed, succeeds, more, signingShare, roster, registered, status);
  }

  public CeremonySeat withSigningShare(SecretBytes share) {
    return new CeremonySeat(
        ceremony, self, seed, succeeds, sent, Optional.of(share), roster, registered, status);
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
        next);
  }

  /** Puts the seat in force: from now on its share signs decisions. */
  public CeremonySeat inForce() {
    return new CeremonySeat(
        ceremony,
        self,
        seed,
        succeeds,
        sent,
        signingShare,
        roster,
        registered,
        SeatStatus.IN_FORCE);
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
        SeatStatus.ENDED);
  }

  /**
   * Whether the officer may give the seat up. That is so for a resharing that waits for its Rotate,
   * and for a ceremony whose roster this signer has not signed, since nobody can have a complete
   * roster of it.
   */
  public boolean canBeAbandoned() {
    return status == SeatStatus.WAITING
        || (status == SeatStatus.UNDER_WAY && sent(Roster.TYPE).isEmpty());
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
    return out.toJson();
  }
}
