package org.softpause.frost.roast;

import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.FrostException.InvalidSigningPackage;
import org.softpause.frost.FrostException.UnfoundedBlame;
import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.SigningSession;

/**
 * Evidence against a malicious signer: a share that is not valid for a signing package. Together
 * with the signer's own signatures over its commitments and over the share it convinces anyone.
 * Honest signers cannot be blamed, since each package has exactly one valid share of each signer.
 */
public record InvalidShare(Identifier sender, SigningPackage signingPackage, SignatureShare share) {
  /**
   * Returns if the share is indeed invalid for this group.
   *
   * @throws UnfoundedBlame if the share is valid
   * @throws InvalidSigningPackage for a package that is not of this group or did not ask the sender
   */
  public void check(PublicKeyPackage group) {
    SigningSession session = SigningSession.of(signingPackage, group);
    try {
      session.verifyShare(sender, share);
    } catch (InvalidSignatureShares asClaimed) {
      return;
    }
    throw new UnfoundedBlame("the share is what its sender owes");
  }
}
