package org.softpause.protocol.ceremony;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;

/**
 * The shares that a participant deals, and the key share that it adds up from those dealt to it.
 */
sealed interface OwnShares permits FoundingShares, SuccessionShares {
  /** The commitment to publish, if this participant deals. */
  Optional<RoundOnePackage> published();

  /** The share for each receiver, by participant. */
  SortedMap<Identifier, SecretShare> deal(PublishedKeys everyone);

  /**
   * The share of the group's key.
   *
   * @param received the shares received, by the dealer's number as a participant
   * @throws org.softpause.frost.FrostException.InvalidKeyGeneration naming dealers of bad shares
   */
  KeyPackage sum(PublishedKeys everyone, Map<Identifier, SecretShare> received);
}
