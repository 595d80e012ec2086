package org.softpause.frost.repair;

import java.util.List;
import java.util.Map;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Scalar;
import org.softpause.frost.dkg.IdentifiableAbort;
import org.softpause.frost.dkg.SecretShare;

/**
 * Rebuilds a lost share from the helpers' sums: the last step of a repair, on the machine of the
 * member who lost it.
 */
public final class LostShare {
  private LostShare() {}

  /**
   * Adds up the helpers' sums, which gives the lost share. It is checked against the group's public
   * keys. The sums are checked one by one only if that fails, to name every culprit.
   *
   * @param sums one from each helper, by sender
   * @throws InvalidKeyGeneration naming every sender of a bad sum; or nobody, if there is not one
   *     from each helper
   */
  public static KeyPackage rebuild(SplitCommitments everyone, Map<Identifier, SecretShare> sums) {
    Repair repair = everyone.repair();
    if (!sums.keySet().equals(repair.helpers())) {
      throw new InvalidKeyGeneration("not one sum from each helper", List.of());
    }
    Scalar share =
        sums.values().stream().map(SecretShare::scalar).reduce(Scalar.ZERO, Scalar::plus);
    return KeyPackage.ofShare(repair.lost(), share, repair.group())
        .orElseThrow(() -> IdentifiableAbort.naming("invalid sum of parts", sums, everyone::isSum));
  }
}
