package org.softpause.protocol.committee;

import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.PackageHash;

/**
 * The t commitments over which the proof of possession is signed.
 *
 * @param hash {@link PackageHash} with the possession message in place of a decision's id
 */
public record PossessionPackage(SigningPackage signingPackage, Bytes32 hash) {
  static PossessionPackage of(
      Roster roster, SortedMap<Identifier, PossessionCommitment> commitments) {
    SortedMap<Identifier, SigningCommitments> signers = new TreeMap<>();
    commitments.forEach((signer, sent) -> signers.put(signer, sent.commitment().commitments()));
    Bytes32 message = roster.possession().message();
    return new PossessionPackage(
        SigningPackage.of(signers, message.bytes()),
        PackageHash.of(roster.hash(), roster.groupKey(), message, signers));
  }

  public boolean hasSigner(Identifier identifier) {
    return signingPackage.commitments().containsKey(identifier);
  }
}
