package org.softpause.signer.state;

import java.util.Arrays;
import java.util.Optional;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.SigningNonces;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A numbered commitment of this signer to one message and one roster, with its secret nonces until
 * they are burned. A burned entry stays, so that its number is never used again.
 *
 * @param subject the message to sign: a decision's id or a possession message
 */
public record Nonce(long number, Bytes32 subject, Bytes32 roster, Optional<SecretBytes> secret) {
  static Nonce outstanding(long number, Bytes32 subject, Bytes32 roster, SigningNonces nonces) {
    byte[] bytes = nonces.exposeSecretBytes();
    SecretBytes secret = SecretBytes.copyOf(bytes);
    Arrays.fill(bytes, (byte) 0);
    return new Nonce(number, subject, roster, Optional.of(secret));
  }

  public boolean burned() {
    return secret.isEmpty();
  }

  /** Whether the commitment was issued for that message and that roster. */
  public boolean isFor(Bytes32 otherSubject, Bytes32 otherRoster) {
    return subject.equals(otherSubject) && roster.equals(otherRoster);
  }

  /** Returns the nonces in their single-use type; they must not be burned. */
  public SigningNonces nonces() {
    byte[] bytes = secret.orElseThrow().exposeSecretBytes();
    SigningNonces nonces = SigningNonces.fromSecretBytes(bytes);
    Arrays.fill(bytes, (byte) 0);
    return nonces;
  }

  Nonce burn() {
    return new Nonce(number, subject, roster, Optional.empty());
  }

  static Nonce read(ObjectReader in) {
    return new Nonce(
        in.number("number", 1, Integer.MAX_VALUE),
        in.bytes32("subject"),
        in.bytes32("roster"),
        StateCodecs.optional(
            in, "nonces", () -> StateCodecs.secret(in, "nonces", SigningNonces.LENGTH)));
  }

  JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .number("number", number)
            .bytes32("subject", subject)
            .bytes32("roster", roster);
    secret.ifPresent(nonces -> StateCodecs.secret(out, "nonces", nonces));
    return out.toJson();
  }
}
