package org.softpause.protocol.committee;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.softpause.frost.Aggregation;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The first t commitments make the package; shares of these t make the group's signature. */
record ProvingPossession(
    KeyGeneration settled, Roster outcome, Optional<PossessionPackage> possessionPackage)
    implements Stage {
  ProvingPossession(KeyGeneration settled, Roster outcome) {
    this(settled, outcome, Optional.empty());
  }

  @Override
  public Phase phase() {
    return Phase.POSSESSION;
  }

  @Override
  public void check(Posted posted) {
    if (possessionPackage.isPresent()) {
      checkShare(posted, possessionPackage.get());
    } else {
      checkCommitment(posted);
    }
  }

  @Override
  public Stage next(Board board) {
    SortedMap<Identifier, PossessionCommitment> commitments = board.all(PossessionCommitment.class);
    if (commitments.size() < outcome.minSigners()) {
      return this;
    }
    PossessionPackage full = PossessionPackage.of(outcome, commitments);
    SortedMap<Identifier, PossessionShare> shares = board.all(PossessionShare.class);
    return shares.size() < outcome.minSigners()
        ? new ProvingPossession(settled, outcome, Optional.of(full))
        : aggregate(full, shares);
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    if (possessionPackage.isEmpty()) {
      return Stage.missing(
          settled.plan().seats().memberIdentifiers(), board, PossessionCommitment.class);
    }
    SortedSet<Identifier> missing =
        new TreeSet<>(possessionPackage.get().signingPackage().commitments().keySet());
    missing.removeAll(board.all(PossessionShare.class).keySet());
    return Collections.unmodifiableSortedSet(missing);
  }

  @Override
  public Optional<KeyGeneration> keys() {
    return Optional.of(settled);
  }

  @Override
  public Optional<Roster> roster() {
    return Optional.of(outcome);
  }

  private void checkCommitment(Posted posted) {
    PossessionCommitment sent = Stage.require(posted, PossessionCommitment.class, phase());
    Stage.requireRole(posted, settled.plan().isMember(sent.identifier()), "member");
    if (!sent.roster().equals(outcome.hash())) {
      throw new RuleViolation(Rule.ROSTER_MISMATCH, posted + ": commits for another roster");
    }
  }

  private void checkShare(Posted posted, PossessionPackage full) {
    PossessionShare sent = Stage.require(posted, PossessionShare.class, phase());
    if (!full.hasSigner(sent.identifier())) {
      throw new RuleViolation(Rule.NOT_A_SIGNER, posted + ": not a signer of the package");
    }
    if (!sent.packageHash().equals(full.hash())) {
      throw new RuleViolation(Rule.PACKAGE_HASH_MISMATCH, posted + ": signs another package");
    }
  }

  private Stage aggregate(PossessionPackage full, SortedMap<Identifier, PossessionShare> sent) {
    SortedMap<Identifier, SignatureShare> shares = new TreeMap<>();
    sent.forEach((signer, message) -> shares.put(signer, message.share()));
    try {
      Signature signature =
          Aggregation.aggregate(full.signingPackage(), shares, settled.published().publicKeys());
      outcome.possession().verify(signature);
      return new Completed(settled, outcome, signature);
    } catch (FrostException e) {
      return new Aborted(e.culprits(), String.valueOf(e.getMessage()));
    }
  }
}
