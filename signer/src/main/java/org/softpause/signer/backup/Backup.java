package org.softpause.signer.backup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SignerState;

/**
 * The content of a signer's backup, decrypted: the identity key and the seeds of its seats.
 *
 * @param kid of the identity key
 * @param madeAt Unix seconds
 * @param issued the highest commitment number that had been issued when it was made
 * @param identity the private scalar; absent where a token holds it
 * @param deployment the pinned registry
 */
public record Backup(
    String name,
    String kid,
    long madeAt,
    long issued,
    List<BackedUpSeat> seats,
    Optional<SecretBytes> identity,
    Optional<JsonObject> deployment) {
  static final int MAX_LENGTH = 8 * 1024 * 1024;

  private static final String TYPE = "softpause-signer-backup-v1";
  private static final int MAX_NAME = 100;
  private static final long UINT48 = 0xffff_ffff_ffffL;

  public Backup {
    seats = List.copyOf(seats);
  }

  /**
   * The backup of a signer as it is now.
   *
   * @param kid of its identity key
   * @param madeAt Unix seconds
   */
  public static Backup of(SignerState state, String kid, long madeAt) {
    return new Backup(
        state.name(),
        kid,
        madeAt,
        state.ledger().highestNumber(),
        state.seats().stream().filter(CeremonySeat::holdsShare).map(BackedUpSeat::of).toList(),
        state.identity() instanceof IdentityKey.Software software
            ? Optional.of(software.secret())
            : Optional.empty(),
        state.deployment());
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws RuleViolation for anything else
   */
  public static Backup decode(byte[] bytes) {
    return StrictJson.read(bytes, MAX_LENGTH, Backup::read);
  }

  private static Backup read(ObjectReader in) {
    in.literal("type", TYPE);
    return new Backup(
        in.text("name", MAX_NAME),
        in.text("kid", MAX_NAME),
        in.number("madeAt", 0, UINT48),
        in.number("issued", 0, Integer.MAX_VALUE),
        in.objects("seats", BackedUpSeat::read),
        in.has("identity") ? Optional.of(secret(in)) : Optional.empty(),
        in.has("deployment") ? Optional.of(object(in)) : Optional.empty());
  }

  private static SecretBytes secret(ObjectReader in) {
    byte[] bytes = in.hex("identity", IdentityKey.SECRET_LENGTH);
    SecretBytes secret = SecretBytes.copyOf(bytes);
    Arrays.fill(bytes, (byte) 0);
    return secret;
  }

  private static JsonObject object(ObjectReader in) {
    if (in.json("deployment") instanceof JsonObject object) {
      return object;
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "deployment must be of type object");
  }

  /** Canonical JSON with the secrets in clear; it is written into the sealed file only. */
  public byte[] encode() {
    ObjectWriter out =
        new ObjectWriter()
            .text("type", TYPE)
            .text("name", name)
            .text("kid", kid)
            .number("madeAt", madeAt)
            .number("issued", issued)
            .array("seats", seats, BackedUpSeat::toJson);
    identity.ifPresent(
        secret -> {
          byte[] bytes = secret.exposeSecretBytes();
          out.hex("identity", bytes);
          Arrays.fill(bytes, (byte) 0);
        });
    deployment.ifPresent(file -> out.json("deployment", file));
    return CanonicalJson.encode(out.toJson());
  }
}
