package org.softpause.protocol.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;

/**
 * The hash that binds a signature share to one signing package (protocol "Documents and encodings",
 * package hash).
 */
public final class PackageHash {
  private static final String TAG = "softpause-package-v1";

  private PackageHash() {}

  /**
   * Computes SHA-256 over tag, roster, group key, message and the commitments by ascending
   * identifier.
   *
   * @param message the 32 bytes signed: a decision's id
   */
  public static Bytes32 of(
      Bytes32 roster,
      VerifyingKey groupKey,
      Bytes32 message,
      Map<Identifier, SigningCommitments> commitments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(TAG.getBytes(UTF_8));
    bytes.writeBytes(roster.bytes());
    bytes.writeBytes(groupKey.encode());
    bytes.writeBytes(message.bytes());
    writeUint16(bytes, commitments.size());
    new TreeMap<>(commitments)
        .forEach(
            (identifier, commitment) -> {
              writeUint16(bytes, identifier.value());
              bytes.writeBytes(commitment.encode());
            });
    return Sha256.hash(bytes.toByteArray());
  }

  private static void writeUint16(ByteArrayOutputStream bytes, int value) {
    bytes.write(value >>> 8);
    bytes.write(value);
  }
}
