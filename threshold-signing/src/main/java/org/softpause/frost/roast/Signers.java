package org.softpause.frost.roast;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;

/** The status of every member of the group. It is immutable. */
record Signers(SortedMap<Identifier, SignerStatus> statuses) {
  static Signers absent(Set<Identifier> members) {
    TreeMap<Identifier, SignerStatus> statuses = new TreeMap<>();
    members.forEach(member -> statuses.put(member, new SignerStatus.Absent()));
    return new Signers(statuses);
  }

  /** Returns null for one who is not a member. */
  @Nullable SignerStatus of(Identifier signer) {
    return statuses.get(signer);
  }

  Signers with(Identifier signer, SignerStatus status) {
    TreeMap<Identifier, SignerStatus> changed = new TreeMap<>(statuses);
    changed.put(signer, status);
    return new Signers(changed);
  }

  Signers asked(Set<Identifier> signers, int session) {
    TreeMap<Identifier, SignerStatus> changed = new TreeMap<>(statuses);
    signers.forEach(signer -> changed.put(signer, new SignerStatus.Asked(session)));
    return new Signers(changed);
  }

  SortedMap<Identifier, SigningCommitments> waiting() {
    TreeMap<Identifier, SigningCommitments> waiting = new TreeMap<>();
    each(SignerStatus.Waiting.class, (signer, ready) -> waiting.put(signer, ready.commitments()));
    return Collections.unmodifiableSortedMap(waiting);
  }

  SortedSet<Identifier> asked() {
    TreeSet<Identifier> asked = new TreeSet<>();
    each(SignerStatus.Asked.class, (signer, owing) -> asked.add(signer));
    return Collections.unmodifiableSortedSet(asked);
  }

  SortedMap<Identifier, InvalidShare> malicious() {
    TreeMap<Identifier, InvalidShare> culprits = new TreeMap<>();
    each(SignerStatus.Malicious.class, (signer, proven) -> culprits.put(signer, proven.evidence()));
    return Collections.unmodifiableSortedMap(culprits);
  }

  private <S extends SignerStatus> void each(Class<S> kind, BiConsumer<Identifier, S> action) {
    statuses.forEach(
        (signer, status) -> {
          if (kind.isInstance(status)) {
            action.accept(signer, kind.cast(status));
          }
        });
  }
}
