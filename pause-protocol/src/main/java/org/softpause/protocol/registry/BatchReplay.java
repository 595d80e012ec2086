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
 * Replays a long log for what a short one costs: each entry is held to every bound at once, and the
 * signatures are verified by key, many together. Until {@link #settle} has named no entry, nothing
 * that this state says is to be relied on.
 */
public final class BatchReplay {
  /** Of one key; a multiple of it costs the same for each, and memory stays small. */
  private static final int FULL = 1_024;

  private final SecureRandom random;
  private final Map<VerifyingKey, Waiting> batches = new HashMap<>();
  private final SortedSet<Long> bad = new TreeSet<>();
  private RegistryState state;

  /** Goes on from a state that is relied on. */
  public BatchReplay(RegistryState start, SecureRandom random) {
    this.state = start;
    this.random = random;
  }

  /** After every entry appended. */
  public RegistryState state() {
    return state;
  }

  /**
   * The next entry of the log.
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

  /** The sequence numbers, so far, of entries with a signature that does not verify. */
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
