package org.softpause.protocol.committee;

import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.protocol.Bytes32;

/**
 * Everything that round one settles: the proven commitments, the group's public keys, and the hash
 * that all members have to confirm.
 */
record KeyGeneration(
    CeremonyPlan plan,
    SortedMap<Identifier, RoundOne> roundOne,
    RoundOneSet published,
    Bytes32 roundOneHash) {
  /**
   * Verifies the proofs of all.
   *
   * @throws org.softpause.frost.FrostException.InvalidKeyGeneration naming the culprits, or nobody
   */
  static KeyGeneration verify(CeremonyPlan plan, SortedMap<Identifier, RoundOne> roundOne) {
    SortedMap<Identifier, RoundOnePackage> packages = new TreeMap<>();
    roundOne.forEach((member, sent) -> packages.put(member, sent.published()));
    RoundOneSet published = RoundOneSet.verify(plan.keyGeneration(), packages);
    return new KeyGeneration(plan, roundOne, published, TranscriptHash.roundOne(roundOne));
  }
}
