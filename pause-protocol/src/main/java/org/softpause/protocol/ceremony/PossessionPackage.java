package org.softpause.protocol.ceremony;

import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.PackageHash;

/**
 * The t commitments over which one session signs the proof of possession.
 *
 * @param hash {@link PackageHash} with the possession message in place of a decision's id
 */
public record PossessionPackage(SigningPackage signingPackage, Bytes32 hash) {
  static PossessionPackage of(Roster roster, SigningPackage signed) {
    return new PossessionPackage(
        signed,
        PackageHash.of(
            roster.hash(), roster.groupKey(), roster.possession().message(), signed.commitments()));
  }

  /** The commitments of this signer, if it is one of the package's. */
  public Optional<SigningCommitments> commitmentsOf(Identifier identifier) {
    return Optional.ofNullable(signingPackage.commitments().get(identifier));
  }

  public boolean hasSigner(Identifier identifier) {
    return signingPackage.commitments().containsKey(identifier);
  }
}
