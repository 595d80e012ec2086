package org.softpause.protocol.ceremony;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.softpause.frost.reshare.OldMember;
import org.softpause.frost.reshare.Resharing;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.jose.DecryptionKey;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.jose.SealedShare;

/**
 * A participant's secrets in one ceremony, all derived from its seed, and the messages made with
 * them.
 */
final class ParticipantSecrets {
  private static final String KEY_LABEL = "ceremony-key";

  private final CeremonyPlan plan;
  private final Bytes32 ceremony;
  private final Identifier self;
  private final Seed seed;
  private final OwnShares shares;

  /** Makes the secrets of a participant who deals no old share. */
  ParticipantSecrets(CeremonyPlan plan, Identifier self, Seed seed) {
    this(plan, self, seed, Optional.empty());
  }

  /** Makes a participant's secrets, with the old share if it deals one and still has it. */
  ParticipantSecrets(CeremonyPlan plan, Identifier self, Seed seed, Optional<KeyPackage> old) {
    this.plan = plan;
    this.ceremony = plan.id();
    this.self = self;
    this.seed = seed;
    this.shares = shares(plan, self, seed, old);
  }

  private static OwnShares shares(
      CeremonyPlan plan, Identifier self, Seed seed, Optional<KeyPackage> old) {
    if (plan.succession().isEmpty()) {
      return new FoundingShares(Participant.of(plan.keyGeneration(), self, seed));
    }
    Succession succession = plan.succession().get();
    Resharing resharing = SuccessionKeys.resharing(plan, succession);
    return new SuccessionShares(
        plan, succession, self, old.map(share -> OldMember.of(resharing, share, seed)));
  }

  RoundOneMessage roundOne() {
    return new RoundOneMessage(ceremony, self, shares.published(), encryptionKeys());
  }

  /**
   * Makes the message of round two. It differs with every call, since ephemeral keys and IVs are
   * random and never derive from the seed.
   */
  RoundTwoMessage roundTwo(RoundOneOutcome settled, SecureRandom random) {
    if (!roundOne().equals(settled.roundOne().get(self))) {
      throw notOfOurSeed();
    }
    SortedMap<Identifier, SealedShare> sealed = new TreeMap<>();
    shares
        .deal(settled.published())
        .forEach((receiver, share) -> sealed.put(receiver, seal(settled, receiver, share, random)));
    return new RoundTwoMessage(ceremony, self, settled.roundOneHash(), sealed);
  }

  /**
   * The share of the group's key.
   *
   * @throws InvalidKeyGeneration naming a dealer whose share does not open or fit its commitment
   */
  KeyPackage finish(RoundOneOutcome settled, Map<Identifier, RoundTwoMessage> roundTwo) {
    requireOwnKey(settled);
    SortedMap<Identifier, SecretShare> received = new TreeMap<>();
    roundTwo.forEach(
        (dealer, dealt) -> {
          SealedShare sealed = dealt.shares().get(self);
          if (sealed != null) {
            received.put(dealer, open(dealer, sealed));
          }
        });
    try {
      return shares.sum(settled.published(), received);
    } finally {
      received.values().forEach(SecretShare::destroy);
    }
  }

  /** Makes the complaint about this dealer's share in the transcript with this hash. */
  Complaint complaint(Identifier dealer, Bytes32 transcript) {
    return new Complaint(ceremony, self, dealer, transcript, decryptionKey(dealer));
  }

  private void requireOwnKey(RoundOneOutcome settled) {
    RoundOneMessage shown = Objects.requireNonNull(settled.roundOne().get(self));
    if (!shown.encryptionKeys().equals(encryptionKeys())) {
      throw notOfOurSeed();
    }
  }

  private static RuleViolation notOfOurSeed() {
    return new RuleViolation(
        Rule.OWN_MESSAGE_UNKNOWN,
        "the round-one message shown as ours does not derive from our seed");
  }

  private SecretShare open(Identifier dealer, SealedShare sealed) {
    try {
      byte[] bytes = sealed.open(decryptionKey(dealer));
      SecretShare share = SecretShare.fromSecretBytes(bytes);
      Arrays.fill(bytes, (byte) 0);
      return share;
    } catch (RuleViolation | MalformedEncoding e) {
      InvalidKeyGeneration bad = new InvalidKeyGeneration("bad sealed share", List.of(dealer));
      bad.initCause(e);
      throw bad;
    }
  }

  private SealedShare seal(
      RoundOneOutcome settled, Identifier receiver, SecretShare share, SecureRandom random) {
    byte[] bytes = share.exposeSecretBytes();
    try {
      return SealedShare.seal(bytes, settled.sealingKey(self, receiver), random);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      share.destroy();
    }
  }

  private SortedMap<Identifier, EncryptionKey> encryptionKeys() {
    SortedMap<Identifier, EncryptionKey> keys = new TreeMap<>();
    plan.dealersTo(self).forEach(dealer -> keys.put(dealer, decryptionKey(dealer).encryptionKey()));
    return keys;
  }

  /** The key that opens this dealer's share and no other. */
  DecryptionKey decryptionKey(Identifier dealer) {
    CeremonyId salt = CeremonyId.decode(ceremony.bytes());
    byte[] uniform = seed.derive(KEY_LABEL, dealer.value(), salt, Seed.SCALAR_LENGTH);
    try {
      return DecryptionKey.derive(uniform);
    } finally {
      Arrays.fill(uniform, (byte) 0);
    }
  }
}
