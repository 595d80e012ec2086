package org.softpause.protocol.ceremony;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.jose.EncryptionKey;

/**
 * The outcome of round one: the proven commitments, the group's public keys, and the hash that all
 * participants must confirm.
 */
record RoundOneOutcome(
    CeremonyPlan plan,
    SortedMap<Identifier, RoundOneMessage> roundOne,
    PublishedKeys published,
    Bytes32 roundOneHash) {
  /**
   * Verifies the commitments and proofs of all dealers.
   *
   * @throws org.softpause.frost.FrostException.InvalidKeyGeneration naming the culprits, or nobody
   */
  static RoundOneOutcome verify(
      CeremonyPlan plan, SortedMap<Identifier, RoundOneMessage> roundOne) {
    SortedMap<Identifier, RoundOnePackage> packages = new TreeMap<>();
    roundOne.forEach(
        (sender, sent) -> sent.published().ifPresent(dealt -> packages.put(sender, dealt)));
    PublishedKeys published =
        plan.succession().isPresent()
            ? SuccessionKeys.verify(plan, plan.succession().get(), packages)
            : FoundingKeys.verify(plan, packages);
    return new RoundOneOutcome(plan, roundOne, published, TranscriptHash.roundOne(roundOne));
  }

  /** Makes the roster from the complete transcript. Everyone comes to the same bytes. */
  Roster roster(SortedMap<Identifier, RoundTwoMessage> roundTwo) {
    PublicKeyPackage keys = published.publicKeys();
    return new Roster(
        plan.id(),
        TranscriptHash.of(plan.id(), roundOne, roundTwo),
        plan.body(),
        plan.civil(),
        plan.minSigners(),
        keys.verifyingKey(),
        plan.members().stream()
            .map(member -> new RosterMember(member, keys.share(member.identifier())))
            .toList());
  }

  /** The key to which this dealer seals this receiver's share. */
  EncryptionKey sealingKey(Identifier dealer, Identifier receiver) {
    RoundOneMessage own = Objects.requireNonNull(roundOne.get(receiver));
    return Objects.requireNonNull(own.encryptionKeys().get(dealer));
  }
}
