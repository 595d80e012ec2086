package org.softpause.signer.backup;

import java.util.Arrays;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.state.CeremonySeat;

/**
 * The part of a seat that cannot be recovered from the public transcript, above all its seed.
 *
 * @param roster SHA-256 of the roster that the ceremony made
 * @param repair the repair whose seed this is, where a lost share was rebuilt
 */
public record BackedUpSeat(
    Bytes32 ceremony, Identifier self, SecretBytes seed, Bytes32 roster, Optional<Bytes32> repair) {
  static BackedUpSeat of(CeremonySeat seat) {
    return new BackedUpSeat(
        seat.ceremony(),
        seat.self(),
        seat.seed().orElseThrow(),
        seat.roster().orElseThrow().hash(),
        seat.repair());
  }

  static BackedUpSeat read(ObjectReader in) {
    byte[] seed = in.hex("seed", CeremonySeat.SEED_LENGTH);
    SecretBytes secret = SecretBytes.copyOf(seed);
    Arrays.fill(seed, (byte) 0);
    return new BackedUpSeat(
        in.bytes32("ceremony"),
        new Identifier(in.small("identifier", 1, Identifier.MAX_VALUE)),
        secret,
        in.bytes32("roster"),
        in.has("repair") ? Optional.of(in.bytes32("repair")) : Optional.empty());
  }

  JsonObject toJson() {
    byte[] bytes = seed.exposeSecretBytes();
    ObjectWriter out =
        new ObjectWriter()
            .bytes32("ceremony", ceremony)
            .number("identifier", self.value())
            .hex("seed", bytes)
            .bytes32("roster", roster);
    Arrays.fill(bytes, (byte) 0);
    repair.ifPresent(id -> out.bytes32("repair", id));
    return out.toJson();
  }
}
