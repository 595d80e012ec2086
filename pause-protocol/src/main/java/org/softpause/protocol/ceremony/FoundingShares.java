package org.softpause.protocol.ceremony;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.Participant;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;

/**
 * The shares that a participant deals and receives in a new group. It keeps the share for itself
 * unsent.
 */
record FoundingShares(Participant participant) implements OwnShares {
  @Override
  public Optional<RoundOnePackage> published() {
    return Optional.of(participant.roundOne());
  }

  @Override
  public SortedMap<Identifier, SecretShare> deal(PublishedKeys everyone) {
    return participant.roundTwo(commitments(everyone));
  }

  @Override
  public KeyPackage sum(PublishedKeys everyone, Map<Identifier, SecretShare> received) {
    return participant.finish(commitments(everyone), received);
  }

  private static RoundOneSet commitments(PublishedKeys everyone) {
    return switch (everyone) {
      case FoundingKeys founding -> founding.commitments();
      case SuccessionKeys other ->
          throw new IllegalArgumentException("the keys are not those of a new group");
    };
  }
}
