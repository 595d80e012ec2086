package org.softpause.protocol.ceremony;

import java.util.SortedMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.protocol.ceremony.document.CeremonyPlan;

/** The public keys of a new group, after round one of its key generation. */
record FoundingKeys(RoundOneSet commitments) implements PublishedKeys {
  static FoundingKeys verify(CeremonyPlan plan, SortedMap<Identifier, RoundOnePackage> packages) {
    return new FoundingKeys(RoundOneSet.verify(plan.keyGeneration(), packages));
  }

  @Override
  public PublicKeyPackage publicKeys() {
    return commitments.publicKeys();
  }

  @Override
  public void verifyShare(Identifier dealer, Identifier receiver, SecretShare share) {
    commitments.verifyShare(dealer, receiver, share);
  }
}
