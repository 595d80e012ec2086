package org.softpause.frost;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A refusal that names the rule broken and every member who provably broke it. Its text never holds
 * a secret.
 */
public abstract sealed class FrostException extends RuntimeException {
  private final transient SortedSet<Identifier> culprits;

  private FrostException(String rule, Collection<Identifier> culprits) {
    super(rule);
    this.culprits = Collections.unmodifiableSortedSet(new TreeSet<>(culprits));
  }

  /**
   * The members who provably broke the rule, ascending; none where there is no evidence against
   * anyone.
   */
  public final SortedSet<Identifier> culprits() {
    return culprits;
  }

  private static String namedBy(String rule, Collection<Identifier> culprits) {
    return rule + " from " + new TreeSet<>(culprits).stream().map(Identifier::value).toList();
  }

  /** Refuses bytes that are not the canonical encoding of an allowed value. */
  public static final class MalformedEncoding extends FrostException {
    public MalformedEncoding(String rule) {
      super(rule, Collections.emptySet());
    }
  }

  /** Refuses a signing package that this signer or coordinator must not act on. */
  public static final class InvalidSigningPackage extends FrostException {
    InvalidSigningPackage(String rule) {
      super(rule, Collections.emptySet());
    }
  }

  /** Refuses a second use of nonces, or a use after they were destroyed. */
  public static final class NoncesConsumed extends FrostException {
    NoncesConsumed() {
      super("these nonces have served once and never serve again", Collections.emptySet());
    }
  }

  /** Refuses a signature that does not verify under the given key and message. */
  public static final class InvalidSignature extends FrostException {
    InvalidSignature(String rule) {
      super(rule, Collections.emptySet());
    }
  }

  /** Refuses a batch with signatures that do not verify under its key. */
  public static final class InvalidBatch extends FrostException {
    private final transient SortedSet<Integer> entries;

    InvalidBatch(SortedSet<Integer> entries) {
      super("entries " + entries + " do not verify under this key", Collections.emptySet());
      this.entries = Collections.unmodifiableSortedSet(new TreeSet<>(entries));
    }

    /** The index of each bad entry, counted from 0 in the order added. */
    public SortedSet<Integer> entries() {
      return entries;
    }
  }

  /** Refuses signature shares that do not verify. The culprits are all of their senders. */
  public static final class InvalidSignatureShares extends FrostException {
    InvalidSignatureShares(Collection<Identifier> culprits) {
      super(namedBy("invalid signature share", culprits), culprits);
    }
  }

  /** Refuses an accusation whose evidence does not show what it claims. It blames nobody. */
  public static final class UnfoundedBlame extends FrostException {
    public UnfoundedBlame(String rule) {
      super(rule, Collections.emptySet());
    }
  }

  /**
   * Refuses a step of key generation and thereby ends the ceremony. The culprits are all who broke
   * the rule.
   */
  public static final class InvalidKeyGeneration extends FrostException {
    public InvalidKeyGeneration(String rule, Collection<Identifier> culprits) {
      super(culprits.isEmpty() ? rule : namedBy(rule, culprits), culprits);
    }
  }
}
