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
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * This signer's part in one key ceremony and in the committee that came of it.
 *
 * @param sent own messages in order, exact bytes, so that absence is cured by sending them again
 * @param signingShare 32 bytes, once every share has arrived and verified
 * @param roster what this signer signed, once all confirmed one transcript
 * @param complete the group has proven that it can sign
 */
public record Seat(
    Bytes32 ceremony,
    Identifier self,
    SecretBytes seed,
    List<Jws> sent,
    Optional<SecretBytes> signingShare,
    Optional<Roster> roster,
    boolean complete) {
  public static final int SEED_LENGTH = 32;
  private static final int SHARE_LENGTH = 32;

  public Seat {
    sent = List.copyOf(sent);
  }

  /** A seat just taken: nothing sent yet. */
  public static Seat taken(Bytes32 ceremony, Identifier self, SecretBytes seed) {
    return new Seat(ceremony, self, seed, List.of(), Optional.empty(), Optional.empty(), false);
  }

  /** The own message of this type, if it was made before. */
  public Optional<Jws> sent(String type) {
    return sent.stream().filter(jws -> jws.unverified().type().equals(type)).findFirst();
  }

  /** With one more message. */
  public Seat withSent(Jws message) {
    List<Jws> more = new ArrayList<>(sent);
    more.add(message);
    return new Seat(ceremony, self, seed, more, signingShare, roster, complete);
  }

  public Seat withSigningShare(SecretBytes share) {
    return new Seat(ceremony, self, seed, sent, Optional.of(share), roster, complete);
  }

  public Seat withRoster(Roster agreed) {
    return new Seat(ceremony, self, seed, sent, signingShare, Optional.of(agreed), complete);
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

  public Seat completed() {
    return new Seat(ceremony, self, seed, sent, signingShare, roster, true);
  }

  static Seat read(ObjectReader in) {
    return new Seat(
        in.bytes32("ceremony"),
        new Identifier(in.small("identifier", 1, Identifier.MAX_VALUE)),
        Codecs.secret(in, "seed", SEED_LENGTH),
        in.values("sent", Jws::parse),
        Codecs.optional(in, "signingShare", () -> Codecs.secret(in, "signingShare", SHARE_LENGTH)),
        Codecs.optional(in, "roster", () -> in.object("roster", Roster::read)),
        in.flag("complete"));
  }

  JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .bytes32("ceremony", ceremony)
            .number("identifier", self.value())
            .texts("sent", sent.stream().map(Jws::compact).toList())
            .flag("complete", complete);
    Codecs.secret(out, "seed", seed);
    signingShare.ifPresent(share -> Codecs.secret(out, "signingShare", share));
    roster.ifPresent(agreed -> out.json("roster", agreed.toJson()));
    return out.toJson();
  }
}
