package org.softpause.frost;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.InvalidSigningPackage;

/**
 * What a coordinator sends to every signer, RFC 9591 section 5.2: the commitments of all of them,
 * ascending by identifier, and the message.
 */
public final class SigningPackage {
  private final SortedMap<Identifier, SigningCommitments> commitments;
  private final byte[] message;

  private SigningPackage(SortedMap<Identifier, SigningCommitments> commitments, byte[] message) {
    this.commitments = commitments;
    this.message = message;
  }

  /**
   * Keeps a copy of commitments and message.
   *
   * @throws InvalidSigningPackage for fewer than two signers
   */
  public static SigningPackage of(Map<Identifier, SigningCommitments> commitments, byte[] message) {
    if (commitments.size() < 2) {
      throw new InvalidSigningPackage("a signing package has at least two signers");
    }
    return new SigningPackage(IdentifierMaps.ascending(commitments), message.clone());
  }

  /** Ascending by identifier. */
  public SortedMap<Identifier, SigningCommitments> commitments() {
    return commitments;
  }

  public byte[] message() {
    return message.clone();
  }

  /**
   * @throws InvalidSigningPackage for one who is not among the signers
   */
  SigningCommitments commitmentsOf(Identifier signer) {
    SigningCommitments own = commitments.get(signer);
    if (own == null) {
      throw new InvalidSigningPackage("signer " + signer.value() + " is not in the package");
    }
    return own;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SigningPackage that
        && commitments.equals(that.commitments)
        && Arrays.equals(message, that.message);
  }

  @Override
  public int hashCode() {
    return Objects.hash(commitments, Arrays.hashCode(message));
  }
}
