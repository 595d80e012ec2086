package org.softpause.protocol.registry;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.FrostException;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureBatch;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;

/**
 * Replays a long log quickly: the bounds of each entry are checked at once, and the signatures of
 * each key are verified many together. The state must not be relied on until {@link #settle} has
 * returned no entry.
 */
public final class BatchReplay {
  /**
   * Signatures of one key in a batch. Larger batches cost the same for each signature and more
   * memory.
   */
  private static final int FULL = 1_024;

  private final SecureRandom random;
  private final Map<VerifyingKey, Waiting> batches = new HashMap<>();
  private final SortedSet<Long> bad = new TreeSet<>();
  private RegistryState state;

  /** Starts from a state that is verified already. */
  public BatchReplay(RegistryState start, SecureRandom random) {
    this.state = start;
    this.random = random;
  }

  /** The state after all entries appended so far. */
  public RegistryState state() {
    return state;
  }

  /**
   * Appends the next entry of the log.
   *
   * @throws RuleViolation the first rule broken, a wrong signature aside
   */
  public void append(LogEntry entry) {
    Certificate certificate = entry.certificate();
    RegistryState next = state.applyUnsigned(entry);
    List<CommitteeKey> signers = state.signers(certificate.decision());
    List<Signature> signatures = certificate.signatures();
    if (signatures.size() != signers.size() || signers.isEmpty()) {
      throw new RuleViolation(
          Rule.WRONG_SIGNATURE_COUNT,
          signatures.size() + " signatures from " + signers.size() + " committees");
    }
    byte[] message = certificate.id().bytes();
    for (int i = 0; i < signers.size(); i++) {
      batch(signers.get(i).key()).add(entry.sequence(), message, signatures.get(i));
    }
    state = next;
  }

  private Waiting batch(VerifyingKey key) {
    Waiting waiting = batches.get(key);
    if (waiting != null && waiting.sequences.size() < FULL) {
      return waiting;
    }
    if (waiting != null) {
      waiting.verify();
    }
    Waiting fresh = new Waiting(key);
    batches.put(key, fresh);
    return fresh;
  }

  /**
   * Verifies all signatures not verified yet and returns the sequence numbers of all entries with a
   * bad one.
   */
  public SortedSet<Long> settle() {
    batches.values().forEach(Waiting::verify);
    batches.clear();
    return new TreeSet<>(bad);
  }

  private final class Waiting {
    private final SignatureBatch batch;
    private final List<Long> sequences = new ArrayList<>();

    Waiting(VerifyingKey key) {
      this.batch = new SignatureBatch(key);
    }

    void add(long sequence, byte[] message, Signature signature) {
      batch.add(message, signature);
      sequences.add(sequence);
    }

    void verify() {
      try {
        batch.verify(random);
      } catch (FrostException.InvalidBatch invalid) {
        invalid.entries().forEach(index -> bad.add(sequences.get(index)));
      }
    }
  }
}
