package org.softpause.protocol.ceremony.repair;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.DecryptionKey;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.jose.SealedShare;

/**
 * A participant's keys in one repair, one for each sender, so that publishing one in a complaint
 * opens the value of that sender and no other's. All derive from the seed.
 *
 * @param salt the repair's id; for the request, whose hash is that id, its nonce
 */
record RepairKeys(Seed seed, Bytes32 salt) {
  private static final String LABEL = "ceremony-key";

  SortedMap<Identifier, EncryptionKey> publicFor(Collection<Identifier> senders) {
    SortedMap<Identifier, EncryptionKey> keys = new TreeMap<>();
    senders.forEach(sender -> keys.put(sender, of(sender).encryptionKey()));
    return keys;
  }

  DecryptionKey of(Identifier sender) {
    byte[] uniform =
        seed.derive(LABEL, sender.value(), CeremonyId.decode(salt.bytes()), Seed.SCALAR_LENGTH);
    try {
      return DecryptionKey.derive(uniform);
    } finally {
      Arrays.fill(uniform, (byte) 0);
    }
  }

  /**
   * Opens what this sender sealed to us.
   *
   * @throws InvalidKeyGeneration naming the sender, if it does not open or is no scalar
   */
  SecretShare open(Identifier sender, SealedShare sealed) {
    try {
      byte[] bytes = sealed.open(of(sender));
      SecretShare share = SecretShare.fromSecretBytes(bytes);
      Arrays.fill(bytes, (byte) 0);
      return share;
    } catch (RuleViolation | MalformedEncoding e) {
      InvalidKeyGeneration bad = new InvalidKeyGeneration("bad sealed value", List.of(sender));
      bad.initCause(e);
      throw bad;
    }
  }

  /** Seals a secret, which is wiped. */
  static SealedShare seal(SecretShare share, EncryptionKey receiver, SecureRandom random) {
    byte[] bytes = share.exposeSecretBytes();
    try {
      return SealedShare.seal(bytes, receiver, random);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      share.destroy();
    }
  }
}
