package org.softpause.frost.reshare;

import java.util.List;
import java.util.Map;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Scalar;
import org.softpause.frost.dkg.IdentifiableAbort;
import org.softpause.frost.dkg.SecretShare;

/**
 * What a new member does in a resharing: it adds up the shares that old members sent. It needs no
 * secret of its own.
 */
public record NewMember(Resharing resharing, Identifier self) {
  /**
   * @throws IllegalArgumentException for one who is no member of the next ceremony
   */
  public NewMember {
    if (!resharing.next().hasMember(self)) {
      throw new IllegalArgumentException(self + " is not a member of this ceremony");
    }
  }

  /**
   * Adds up all shares, each times its sender's Lagrange coefficient, which gives the new signing
   * share. It is checked against the sum of all commitments. The shares are checked one by one only
   * if that fails, to name every culprit. Called again on the stored transcript, this recovers a
   * lost share.
   *
   * @param received one share from each contributor, by old identifier
   * @throws InvalidKeyGeneration naming every sender of a bad share; or nobody, if there is not one
   *     share from each contributor, or the contributions are to another resharing
   */
  public KeyPackage finish(Contributions everyone, Map<Identifier, SecretShare> received) {
    if (!everyone.resharing().equals(resharing)) {
      throw new InvalidKeyGeneration("the contributions are to another resharing", List.of());
    }
    if (!received.keySet().equals(everyone.packages().keySet())) {
      throw new InvalidKeyGeneration("not one share from each contributor", List.of());
    }
    return KeyPackage.ofShare(self, sum(everyone, received), everyone.publicKeys())
        .orElseThrow(
            () ->
                IdentifiableAbort.naming(
                    "invalid secret share",
                    received,
                    (from, share) -> everyone.isValid(from, self, share)));
  }

  private static Scalar sum(Contributions everyone, Map<Identifier, SecretShare> received) {
    return received.entrySet().stream()
        .map(each -> everyone.weightOf(each.getKey()).times(each.getValue().scalar()))
        .reduce(Scalar.ZERO, Scalar::plus);
  }
}
