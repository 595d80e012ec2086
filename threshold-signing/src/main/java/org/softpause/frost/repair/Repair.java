package org.softpause.frost.repair;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.softpause.frost.Identifier;
import org.softpause.frost.InterpolatingValue;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.Scalar;
import org.softpause.frost.VerifyingShare;
import org.softpause.frost.dkg.CeremonyId;

/**
 * The parameters of a repair that everyone knows: its id, the group, whose share is lost, and who
 * helps.
 */
public record Repair(
    CeremonyId id, PublicKeyPackage group, Identifier lost, SortedSet<Identifier> helpers) {
  private static final byte[] TAG = "softpause-repair-v1".getBytes(StandardCharsets.US_ASCII);

  /**
   * @throws IllegalArgumentException unless at least t members help one of their fellows
   */
  public Repair {
    helpers = Collections.unmodifiableSortedSet(new TreeSet<>(helpers));
    if (helpers.size() < group.minSigners()) {
      throw new IllegalArgumentException(
          helpers.size() + " helpers, but it takes " + group.minSigners());
    }
    if (helpers.contains(lost)
        || !group.shares().containsKey(lost)
        || !group.shares().keySet().containsAll(helpers)) {
      throw new IllegalArgumentException("helpers and helped are different members of the group");
    }
  }

  /** How much of a helper's share goes into the lost one. */
  Scalar weightOf(Identifier helper) {
    return InterpolatingValue.derive(helpers, helper, lost);
  }

  List<Identifier> helpersInOrder() {
    return List.copyOf(helpers);
  }

  /**
   * The hash from which a helper's randomness derives. It covers everything that decides which
   * value is split, since two values split with the same randomness would reveal their difference.
   */
  CeremonyId bound() {
    SHA256Digest digest = new SHA256Digest();
    update(digest, TAG);
    update(digest, id.encode());
    for (Map.Entry<Identifier, VerifyingShare> member : group.shares().entrySet()) {
      digest.update((byte) member.getKey().value());
      update(digest, member.getValue().encode());
    }
    digest.update((byte) 0);
    digest.update((byte) lost.value());
    helpers.forEach(helper -> digest.update((byte) helper.value()));
    byte[] hash = new byte[CeremonyId.LENGTH];
    digest.doFinal(hash, 0);
    return CeremonyId.decode(hash);
  }

  private static void update(SHA256Digest digest, byte[] bytes) {
    digest.update(bytes, 0, bytes.length);
  }
}
