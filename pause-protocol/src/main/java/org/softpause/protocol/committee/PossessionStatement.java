package org.softpause.protocol.committee;

import java.nio.charset.StandardCharsets;
import org.softpause.frost.FrostException.InvalidSignature;
import org.softpause.frost.Signature;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;

/**
 * The statement that a new group signs to show that its key works (protocol "Key ceremony"):
 * SHA-256 of a tag, the transcript hash and the group key.
 */
public record PossessionStatement(Bytes32 transcript, VerifyingKey groupKey) {
  private static final byte[] TAG = "softpause-possession-v1".getBytes(StandardCharsets.US_ASCII);

  /** The 32 bytes to sign. */
  public Bytes32 message() {
    return Sha256.hash(TAG, transcript.bytes(), groupKey.encode());
  }

  /**
   * Returns if the group has signed.
   *
   * @throws RuleViolation {@link Rule#POSSESSION_INVALID}
   */
  public void verify(Signature signature) {
    try {
      groupKey.verify(message().bytes(), signature);
    } catch (InvalidSignature e) {
      throw new RuleViolation(Rule.POSSESSION_INVALID, "not signed by the group's key", e);
    }
  }
}
