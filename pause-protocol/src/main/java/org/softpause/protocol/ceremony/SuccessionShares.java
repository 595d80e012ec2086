package org.softpause.protocol.ceremony;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.reshare.Contributions;
import org.softpause.frost.reshare.NewMember;
import org.softpause.frost.reshare.OldMember;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Participants;
import org.softpause.protocol.ceremony.document.Succession;

/**
 * The shares that a participant deals, receives, or both in a succession. The share for oneself is
 * sealed like any other, so that the new share can be recovered from the ceremony's seed and the
 * transcript without the old share.
 *
 * @param dealer the dealer's part, if this participant deals and still has its old share
 */
record SuccessionShares(
    CeremonyPlan plan, Succession succession, Identifier self, Optional<OldMember> dealer)
    implements OwnShares {
  @Override
  public Optional<RoundOnePackage> published() {
    return dealer.map(OldMember::roundOne);
  }

  @Override
  public SortedMap<Identifier, SecretShare> deal(PublishedKeys everyone) {
    return dealer.orElseThrow().roundTwo(contributions(everyone));
  }

  @Override
  public KeyPackage sum(PublishedKeys everyone, Map<Identifier, SecretShare> received) {
    Participants participants = plan.seats();
    Map<Identifier, SecretShare> byOldIdentifier = new TreeMap<>();
    received.forEach(
        (from, share) ->
            byOldIdentifier.put(Objects.requireNonNull(participants.dealers().get(from)), share));
    try {
      return new NewMember(SuccessionKeys.resharing(plan, succession), self)
          .finish(contributions(everyone), byOldIdentifier);
    } catch (InvalidKeyGeneration e) {
      throw SuccessionKeys.asParticipants("invalid secret share", participants, e);
    }
  }

  private static Contributions contributions(PublishedKeys everyone) {
    return switch (everyone) {
      case SuccessionKeys succession -> succession.contributions();
      case FoundingKeys other ->
          throw new IllegalArgumentException("the keys are not those of a succession");
    };
  }
}
