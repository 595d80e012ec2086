package org.softpause.frost.roast;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Aggregation;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.SigningSession;

/**
 * One ROAST session: an attempt to sign with t signers, and the valid shares it has so far. It is
 * immutable.
 */
record RoastSession(SigningSession signing, SortedMap<Identifier, SignatureShare> shares) {
  RoastSession {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }

  static RoastSession open(SigningSession signing) {
    return new RoastSession(signing, new TreeMap<>());
  }

  boolean asks(Identifier signer) {
    return signingPackage().commitments().containsKey(signer);
  }

  boolean uses(Identifier signer, SigningCommitments commitments) {
    return commitments.equals(signingPackage().commitments().get(signer));
  }

  /** Whether the share is the one that its sender owes to this session. */
  boolean isOwed(Identifier sender, SignatureShare share) {
    try {
      signing.verifyShare(sender, share);
      return true;
    } catch (InvalidSignatureShares invalid) {
      return false;
    }
  }

  RoastSession with(Identifier sender, SignatureShare share) {
    TreeMap<Identifier, SignatureShare> more = new TreeMap<>(shares);
    more.put(sender, share);
    return new RoastSession(signing, more);
  }

  boolean isComplete() {
    return shares.size() == signingPackage().commitments().size();
  }

  Signature signature() {
    return Aggregation.aggregate(signing, shares);
  }

  SigningPackage signingPackage() {
    return signing.signingPackage();
  }
}
