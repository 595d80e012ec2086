package org.softpause.protocol.committee;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.DecryptionKey;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.jose.SealedShare;

/** A member's secrets in one ceremony, all derived from its seed, and what follows from them. */
final class OwnPart {
  private static final String KEY_LABEL = "ceremony-key";

  private final Bytes32 ceremony;
  private final Identifier self;
  private final Participant participant;
  private final DecryptionKey decryptionKey;

  OwnPart(CeremonyPlan plan, Identifier self, Seed seed) {
    this.ceremony = plan.id();
    this.self = self;
    this.participant = Participant.of(plan.keyGeneration(), self, seed);
    this.decryptionKey = decryptionKey(seed, ceremony);
  }

  RoundOne roundOne() {
    return new RoundOne(ceremony, self, participant.roundOne(), decryptionKey.encryptionKey());
  }

  /** Differs with every call: ephemeral keys and IVs are random, never from the seed. */
  RoundTwo roundTwo(KeyGeneration settled, SecureRandom random) {
    requireOwn(settled);
    SortedMap<Identifier, SealedShare> sealed = new TreeMap<>();
    participant
        .roundTwo(settled.published())
        .forEach((receiver, share) -> sealed.put(receiver, seal(settled, receiver, share, random)));
    return new RoundTwo(ceremony, self, settled.roundOneHash(), sealed);
  }

  /**
   * The share of the group's key.
   *
   * @throws InvalidKeyGeneration naming a dealer whose share does not open or fit its commitment
   */
  KeyPackage finish(KeyGeneration settled, Map<Identifier, RoundTwo> roundTwo) {
    requireOwn(settled);
    SortedMap<Identifier, SecretShare> received = new TreeMap<>();
    roundTwo.forEach(
        (dealer, dealt) -> {
          if (!dealer.equals(self)) {
            received.put(dealer, open(dealer, Objects.requireNonNull(dealt.shares().get(self))));
          }
        });
    try {
      return participant.finish(settled.published(), received);
    } finally {
      received.values().forEach(SecretShare::destroy);
    }
  }

  Complaint complaint(Identifier dealer) {
    return new Complaint(ceremony, self, dealer, decryptionKey);
  }

  private void requireOwn(KeyGeneration settled) {
    if (!roundOne().equals(settled.roundOne().get(self))) {
      throw new RuleViolation(
          Rule.OWN_MESSAGE_UNKNOWN, "the round one shown as ours is not of our seed");
    }
  }

  private SecretShare open(Identifier dealer, SealedShare sealed) {
    try {
      byte[] bytes = sealed.open(decryptionKey);
      SecretShare share = SecretShare.fromSecretBytes(bytes);
      Arrays.fill(bytes, (byte) 0);
      return share;
    } catch (RuleViolation | MalformedEncoding e) {
      InvalidKeyGeneration bad = new InvalidKeyGeneration("bad sealed share", List.of(dealer));
      bad.initCause(e);
      throw bad;
    }
  }

  private static SealedShare seal(
      KeyGeneration settled, Identifier receiver, SecretShare share, SecureRandom random) {
    EncryptionKey to = Objects.requireNonNull(settled.roundOne().get(receiver)).encryptionKey();
    byte[] bytes = share.exposeSecretBytes();
    try {
      return SealedShare.seal(bytes, to, random);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      share.destroy();
    }
  }

  private static DecryptionKey decryptionKey(Seed seed, Bytes32 ceremony) {
    CeremonyId salt = CeremonyId.decode(ceremony.bytes());
    byte[] uniform = seed.derive(KEY_LABEL, 0, salt, Seed.SCALAR_LENGTH);
    try {
      return DecryptionKey.derive(uniform);
    } finally {
      Arrays.fill(uniform, (byte) 0);
    }
  }
}
