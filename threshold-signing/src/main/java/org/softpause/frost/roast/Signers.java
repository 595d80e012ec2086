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

/** Where every member of the group stands. Immutable. */
record Signers(SortedMap<Identifier, SignerStatus> standings) {
  static Signers absent(Set<Identifier> members) {
    TreeMap<Identifier, SignerStatus> standings = new TreeMap<>();
    members.forEach(member -> standings.put(member, new SignerStatus.Absent()));
    return new Signers(standings);
  }

  /** Null for a stranger. */
  @Nullable SignerStatus of(Identifier signer) {
    return standings.get(signer);
  }

  Signers with(Identifier signer, SignerStatus standing) {
    TreeMap<Identifier, SignerStatus> changed = new TreeMap<>(standings);
    changed.put(signer, standing);
    return new Signers(changed);
  }

  Signers asked(Set<Identifier> signers, int session) {
    TreeMap<Identifier, SignerStatus> changed = new TreeMap<>(standings);
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
    standings.forEach(
        (signer, standing) -> {
          if (kind.isInstance(standing)) {
            action.accept(signer, kind.cast(standing));
          }
        });
  }
}
