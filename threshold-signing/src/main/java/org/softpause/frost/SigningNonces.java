package org.softpause.frost;

import java.util.Arrays;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.FrostException.NoncesConsumed;

/**
 * A signer's secret nonces of round one, RFC 9591 section 5.1. They serve once: {@link
 * RoundTwo#sign} consumes and wipes them. Two shares from one pair would give the key share away,
 * so whoever stores them burns the stored copy in the same write that keeps the finished share.
 */
public final class SigningNonces {
  /** Hiding nonce then binding nonce, 32 bytes each. */
  public static final int LENGTH = 2 * Scalar.LENGTH;

  private final SecretBytes secret;
  private final SigningCommitments commitments;

  private SigningNonces(SecretBytes secret) {
    Pair pair = secret.readSecretBytes(Pair::decode);
    this.secret = secret;
    commitments =
        new SigningCommitments(
            Element.baseTimesSecret(pair.hiding), Element.baseTimesSecret(pair.binding));
  }

  static SigningNonces of(Scalar hiding, Scalar binding) {
    byte[] bytes = Arrays.copyOf(hiding.encode(), LENGTH);
    System.arraycopy(binding.encode(), 0, bytes, Scalar.LENGTH, Scalar.LENGTH);
    return new SigningNonces(SecretBytes.owning(bytes));
  }

  /**
   * Nonces from a durable store, the commitments computed anew. Keeps a copy; the caller wipes its
   * own and answers for it that no other copy has signed.
   *
   * @throws MalformedEncoding unless 64 bytes, two scalars above zero and below the group order
   */
  public static SigningNonces fromSecretBytes(byte[] bytes) {
    return new SigningNonces(SecretBytes.copyOf(bytes));
  }

  /**
   * 64 bytes for a durable store; the caller wipes them after use.
   *
   * @throws NoncesConsumed after signing or {@link #destroy()}
   */
  public synchronized byte[] exposeSecretBytes() {
    requireFresh();
    return secret.exposeSecretBytes();
  }

  public SigningCommitments commitments() {
    return commitments;
  }

  /** Wipes the nonces unused, as a signer does for a decision that it rejects. */
  public synchronized void destroy() {
    secret.destroy();
  }

  /**
   * @throws NoncesConsumed at the second call
   */
  synchronized Pair consume() {
    requireFresh();
    Pair pair = secret.readSecretBytes(Pair::decode);
    destroy();
    return pair;
  }

  private void requireFresh() {
    if (secret.isDestroyed()) {
      throw new NoncesConsumed();
    }
  }

  @Override
  public String toString() {
    return "SigningNonces[redacted]";
  }

  /** The two scalars while they are at work. */
  record Pair(Scalar hiding, Scalar binding) {
    static Pair decode(byte[] bytes) {
      if (bytes.length != LENGTH) {
        throw new MalformedEncoding("nonces have " + LENGTH + " bytes, not " + bytes.length);
      }
      return new Pair(
          Scalar.decodeNonZero(Arrays.copyOf(bytes, Scalar.LENGTH)),
          Scalar.decodeNonZero(Arrays.copyOfRange(bytes, Scalar.LENGTH, LENGTH)));
    }
  }
}
