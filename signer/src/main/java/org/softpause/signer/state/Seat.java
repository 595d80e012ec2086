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
import org.softpause.protocol.committee.CeremonyPlan;
import org.softpause.protocol.committee.Purpose;
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
public record Seat(
    Bytes32 ceremony,
    Identifier self,
    Optional<SecretBytes> seed,
    Optional<Bytes32> succeeds,
    List<Jws> sent,
    Optional<SecretBytes> signingShare,
    Optional<Roster> roster,
    Optional<Bytes32> registered,
    Standing standing) {
  public static final int SEED_LENGTH = 32;
  private static final int SHARE_LENGTH = 32;

  public Seat {
    sent = List.copyOf(sent);
  }

  /** A seat just taken: nothing sent yet. */
  public static Seat taken(
      Bytes32 ceremony, Identifier self, SecretBytes seed, Optional<Bytes32> succeeds) {
    return new Seat(
        ceremony,
        self,
        Optional.of(seed),
        succeeds,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Standing.UNDER_WAY);
  }

  /** The own message of this type, if it was made before. */
  public Optional<Jws> sent(String type) {
    return sent.stream().filter(jws -> jws.unverified().type().equals(type)).findFirst();
  }

  /** What the ceremony is for, as far as this signer has signed its plan. */
  public Optional<Purpose> purpose() {
    return sent(CeremonyPlan.TYPE)
        .map(jws -> jws.unverified().read(CeremonyPlan.TYPE, CeremonyPlan::read).purpose());
  }

  /** With one more message. */
  public Seat withSent(Jws message) {
    List<Jws> more = new ArrayList<>(sent);
    more.add(message);
    return new Seat(
        ceremony, self, seed, succeeds, more, signingShare, roster, registered, standing);
  }

  public Seat withSigningShare(SecretBytes share) {
    return new Seat(
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
  public Seat completed(Roster agreed, Bytes32 name, Standing next) {
    return new Seat(
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
  public Seat inForce() {
    return new Seat(
        ceremony, self, seed, succeeds, sent, signingShare, roster, registered, Standing.IN_FORCE);
  }

  /** Without seed and share, and so for good. */
  public Seat ended() {
    return new Seat(
        ceremony,
        self,
        Optional.empty(),
        succeeds,
        sent,
        Optional.empty(),
        roster,
        registered,
        Standing.ENDED);
  }

  /**
   * Whether its officer may give it up: a resharing that waits for its Rotate, or a ceremony whose
   * roster this signer has not signed, so that nobody can hold a complete one.
   */
  public boolean canBeAbandoned() {
    return standing == Standing.WAITING
        || (standing == Standing.UNDER_WAY && sent(Roster.TYPE).isEmpty());
  }

  /** Whether it holds a share that a backup must be able to give back. */
  public boolean holdsShare() {
    return standing == Standing.WAITING || standing == Standing.IN_FORCE;
  }

  static Seat read(ObjectReader in) {
    return new Seat(
        in.bytes32("ceremony"),
        new Identifier(in.small("identifier", 1, Identifier.MAX_VALUE)),
        Codecs.optional(in, "seed", () -> Codecs.secret(in, "seed", SEED_LENGTH)),
        Codecs.optional(in, "succeeds", () -> in.bytes32("succeeds")),
        in.values("sent", Jws::parse),
        Codecs.optional(in, "signingShare", () -> Codecs.secret(in, "signingShare", SHARE_LENGTH)),
        Codecs.optional(in, "roster", () -> in.object("roster", Roster::read)),
        Codecs.optional(in, "registered", () -> in.bytes32("registered")),
        in.value("standing", Standing::parse));
  }

  JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .bytes32("ceremony", ceremony)
            .number("identifier", self.value())
            .texts("sent", sent.stream().map(Jws::compact).toList())
            .text("standing", standing.word());
    seed.ifPresent(secret -> Codecs.secret(out, "seed", secret));
    succeeds.ifPresent(before -> out.bytes32("succeeds", before));
    signingShare.ifPresent(share -> Codecs.secret(out, "signingShare", share));
    roster.ifPresent(agreed -> out.json("roster", agreed.toJson()));
    registered.ifPresent(name -> out.bytes32("registered", name));
    return out.toJson();
  }
}
