package org.softpause.protocol.ceremony;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;

/** What a participant deals and what it makes of the shares dealt to it. */
sealed interface OwnShares permits FoundingShares, SuccessionShares {
  /** The commitment, of one who deals. */
  Optional<RoundOnePackage> published();

  /** A share for each receiver, by participant. */
  SortedMap<Identifier, SecretShare> deal(PublishedKeys everyone);

  /**
   * The share of the group's key.
   *
   * @param received by dealer, counted as participants
   * @throws org.softpause.frost.FrostException.InvalidKeyGeneration naming dealers of bad shares
   */
  KeyPackage sum(PublishedKeys everyone, Map<Identifier, SecretShare> received);
}
