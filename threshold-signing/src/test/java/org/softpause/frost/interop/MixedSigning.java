package org.softpause.frost.interop;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;

/** Both rounds, with noble, which has a key already, and members of this implementation. */
final class MixedSigning {
  private final NobleMember noble;
  private final Identifier seat;
  private final Map<KeyPackage, SigningNonces> fellows;
  private final SigningPackage signingPackage;

  private MixedSigning(
      NobleMember noble,
      Identifier seat,
      Map<KeyPackage, SigningNonces> fellows,
      SigningPackage signingPackage) {
    this.noble = noble;
    this.seat = seat;
    this.fellows = fellows;
    this.signingPackage = signingPackage;
  }

  /** Runs round one for everyone. */
  static MixedSigning begin(
      NobleMember noble,
      Identifier seat,
      Collection<KeyPackage> fellows,
      byte[] message,
      SecureRandom random) {
    Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
    commitments.put(seat, noble.commit());
    Map<KeyPackage, SigningNonces> nonces = new LinkedHashMap<>();
    for (KeyPackage fellow : fellows) {
      SigningNonces drawn = RoundOne.commit(fellow.signingShare(), random);
      nonces.put(fellow, drawn);
      commitments.put(fellow.identifier(), drawn.commitments());
    }
    return new MixedSigning(noble, seat, nonces, SigningPackage.of(commitments, message));
  }

  SigningPackage signingPackage() {
    return signingPackage;
  }

  /** Runs round two for everyone. It works once, since nonces serve once. */
  Map<Identifier, SignatureShare> shares() {
    Map<Identifier, SignatureShare> shares = new TreeMap<>();
    shares.put(seat, noble.sign(signingPackage));
    fellows.forEach(
        (fellow, drawn) ->
            shares.put(fellow.identifier(), RoundTwo.sign(fellow, drawn, signingPackage)));
    return shares;
  }
}
