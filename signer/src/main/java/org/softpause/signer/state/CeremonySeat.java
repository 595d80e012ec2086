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
 * This signer's part in one key ceremony and in the committee that came of it.
 *
 * @param seed destroyed once the seat has ended
 * @param succeeds the roster that a refresh or resharing starts from
 * @param sent own messages in order, exact bytes, so that absence is cured by sending them again
 * @param signingShare 32 bytes, once every share has arrived and verified, until the seat ends
 * @param roster what this signer signed, once all confirmed one transcript
 * @param registered the roster by which the registry names this committee, once complete: after a
 *     refresh still that of before it
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
    SeatStatus standing) {
  public static final int SEED_LENGTH = 32;
  private static final int SHARE_LENGTH = 32;

  public CeremonySeat {
    sent = List.copyOf(sent);
  }

  /** A seat just taken: nothing sent yet. */
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

  /** The own message of this type, if it was made before. */
  public Optional<Jws> sent(String type) {
    return sent.stream().filter(jws -> jws.unverified().type().equals(type)).findFirst();
  }

  /** What the ceremony is for, as far as this signer has signed its plan. */
  public Optional<CeremonyPurpose> purpose() {
    return sent(CeremonyPlan.TYPE)
        .map(jws -> jws.unverified().read(CeremonyPlan.TYPE, CeremonyPlan::read).purpose());
  }

  /** With one more message. */
  public CeremonySeat withSent(Jws message) {
    List<Jws> more = new ArrayList<>(sent);
    more.add(message);
    return new CeremonySeat(
        ceremony, self, seed, succeeds, more, signingShare, roster, registered, standing);
  }

  public CeremonySeat withSigningShare(SecretBytes share) {
    return new CeremonySeat(
        ceremony, self, seed, succeeds, sent, Optional.of(share), roster, registered, standing);
  }

  /** The own share beside the keys of this roster, once the share has arrived. */
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
   * The ceremony is complete.
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

  /** From now on its share signs. */
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

  /** Without seed and share, and so for good. */
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
   * Whether its officer may give it up: a resharing that waits for its Rotate, or a ceremony whose
   * roster this signer has not signed, so that nobody can hold a complete one.
   */
  public boolean canBeAbandoned() {
    return standing == SeatStatus.WAITING
        || (standing == SeatStatus.UNDER_WAY && sent(Roster.TYPE).isEmpty());
  }

  /** Whether it holds a share that a backup must be able to give back. */
  public boolean holdsShare() {
    return standing == SeatStatus.WAITING || standing == SeatStatus.IN_FORCE;
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
            .text("standing", standing.word());
    seed.ifPresent(secret -> StateCodecs.secret(out, "seed", secret));
    succeeds.ifPresent(before -> out.bytes32("succeeds", before));
    signingShare.ifPresent(share -> StateCodecs.secret(out, "signingShare", share));
    roster.ifPresent(agreed -> out.json("roster", agreed.toJson()));
    registered.ifPresent(name -> out.bytes32("registered", name));
    return out.toJson();
  }
}
