package org.softpause.protocol.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.frost.roast.Coordinator;
import org.softpause.frost.roast.CoordinatorEvent;
import org.softpause.frost.roast.CoordinatorMessage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.PossessionCommitment;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.committee.Roster;

/**
 * The state in which any t members make the group's signature, in ROAST's sessions as for a
 * decision. The sessions go on without members who are silent or send a bad share. The board's
 * order of arrival takes the place of a coordinator's.
 *
 * @param sessions the packages of the sessions opened so far, in order
 */
record ProvingPossession(
    RoundOneOutcome settled, Roster outcome, Coordinator roast, List<PossessionPackage> sessions)
    implements CeremonyState {
  ProvingPossession {
    sessions = List.copyOf(sessions);
  }

  static ProvingPossession begin(RoundOneOutcome settled, Roster outcome) {
    byte[] message = outcome.possession().message().bytes();
    return new ProvingPossession(
        settled, outcome, Coordinator.begin(settled.published().publicKeys(), message), List.of());
  }

  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.POSSESSION;
  }

  @Override
  public void check(VerifiedMessage verified) {
    if (verified.document() instanceof PossessionShare share) {
      checkShare(verified, share);
    } else {
      checkCommitment(verified);
    }
  }

  private void checkCommitment(VerifiedMessage verified) {
    PossessionCommitment sent =
        CeremonyState.require(verified, PossessionCommitment.class, phase());
    CeremonyState.requireRole(verified, settled.plan().isMember(sent.identifier()), "member");
    if (!sent.roster().equals(outcome.hash())) {
      throw new RuleViolation(Rule.ROSTER_MISMATCH, verified + ": it commits for another roster");
    }
  }

  private void checkShare(VerifiedMessage verified, PossessionShare sent) {
    PossessionPackage signed =
        sessions.stream()
            .filter(session -> session.hash().equals(sent.packageHash()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.PACKAGE_HASH_MISMATCH,
                        verified + ": it signs a package of no session"));
    if (!signed.hasSigner(sent.identifier())) {
      throw new RuleViolation(
          Rule.NOT_A_SIGNER, verified + ": the sender is not a signer of the package");
    }
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    var step = roast.on(event(accepted.messages().getLast().document()));
    List<PossessionPackage> opened = new ArrayList<>(sessions);
    for (CoordinatorMessage said : step.messages()) {
      if (said instanceof CoordinatorMessage.Request request) {
        opened.add(PossessionPackage.of(outcome, request.signingPackage()));
      } else if (said instanceof CoordinatorMessage.Finished finished) {
        outcome.possession().verify(finished.signature());
        return new CeremonyCompleted(settled, outcome, finished.signature(), culprits());
      }
    }
    return new ProvingPossession(settled, outcome, step.next(), opened);
  }

  private CoordinatorEvent event(CeremonyDocument verified) {
    return switch (verified) {
      case PossessionCommitment first ->
          new CoordinatorEvent.Commitment(first.identifier(), first.commitment().commitments());
      case PossessionShare share ->
          new CoordinatorEvent.Answer(
              share.identifier(),
              session(share.packageHash()),
              share.share(),
              share.next().commitments());
      default -> throw new IllegalStateException("not checked: " + verified.getClass());
    };
  }

  /** The session's number, counted from 1. */
  private int session(Bytes32 packageHash) {
    return 1 + sessions.stream().map(PossessionPackage::hash).toList().indexOf(packageHash);
  }

  /** The package for which this member owes a share. */
  Optional<PossessionPackage> askedOf(Identifier member) {
    return roast.requestTo(member).map(request -> sessions.get(request.session() - 1));
  }

  /** The members who owe a share or have not committed. Any t of them are enough. */
  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    SortedSet<Identifier> missing =
        new TreeSet<>(
            CeremonyState.missing(
                settled.plan().seats().memberIdentifiers(), accepted, PossessionCommitment.class));
    missing.addAll(roast.asked());
    return missing;
  }

  @Override
  public SortedSet<Identifier> culprits() {
    return new TreeSet<>(roast.culprits().keySet());
  }

  @Override
  public Optional<RoundOneOutcome> keys() {
    return Optional.of(settled);
  }

  @Override
  public Optional<Roster> roster() {
    return Optional.of(outcome);
  }
}
