package org.softpause.protocol.ceremony;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.reshare.Contributions;
import org.softpause.frost.reshare.Resharing;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Participants;
import org.softpause.protocol.ceremony.document.Succession;

/**
 * The public keys after a refresh or a resharing. The mathematics numbers dealers by their old
 * identifiers, the ceremony numbers them as participants; this class translates.
 */
record SuccessionKeys(Participants participants, Contributions contributions)
    implements PublishedKeys {
  /**
   * Checks every commitment against its dealer's old verifying share.
   *
   * @throws InvalidKeyGeneration naming the culprits as participants, or nobody
   */
  static SuccessionKeys verify(
      CeremonyPlan plan, Succession succession, SortedMap<Identifier, RoundOnePackage> packages) {
    Participants participants = plan.seats();
    SortedMap<Identifier, RoundOnePackage> byOldIdentifier = new TreeMap<>();
    packages.forEach((sender, sent) -> byOldIdentifier.put(dealer(participants, sender), sent));
    try {
      return new SuccessionKeys(
          participants, Contributions.verify(resharing(plan, succession), byOldIdentifier));
    } catch (InvalidKeyGeneration e) {
      throw asParticipants("a commitment that is not to the dealer's old share", participants, e);
    }
  }

  static Resharing resharing(CeremonyPlan plan, Succession succession) {
    PublicKeyPackage old = succession.previous().publicKeys();
    return succession.purpose() == CeremonyPurpose.REFRESH
        ? Resharing.refresh(old, plan.keyGeneration())
        : new Resharing(old, plan.keyGeneration());
  }

  static InvalidKeyGeneration asParticipants(
      String rule, Participants participants, InvalidKeyGeneration refusal) {
    List<Identifier> culprits =
        refusal.culprits().stream().map(participants::dealingAs).sorted().toList();
    InvalidKeyGeneration named =
        new InvalidKeyGeneration(
            culprits.isEmpty() ? String.valueOf(refusal.getMessage()) : rule, culprits);
    named.initCause(refusal);
    return named;
  }

  @Override
  public PublicKeyPackage publicKeys() {
    return contributions.publicKeys();
  }

  @Override
  public void verifyShare(Identifier dealer, Identifier receiver, SecretShare share) {
    contributions.verifyShare(dealer(participants, dealer), receiver, share);
  }

  private static Identifier dealer(Participants participants, Identifier participant) {
    return Objects.requireNonNull(participants.dealers().get(participant));
  }
}
