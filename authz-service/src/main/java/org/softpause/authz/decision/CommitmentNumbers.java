package org.softpause.authz.decision;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.authz.ceremony.RepairCompletions;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enforces the rule on the numbers of members' nonce commitments: they rise within a decision, and
 * no member uses one twice, so that a signer restored from an old copy is refused and can notice
 * it. Across decisions they need not rise, since documents carried by different ways arrive in any
 * order.
 */
@Component
public class CommitmentNumbers {
  private final EntityManager entities;
  private final CommitmentRepository rows;
  private final RepairCompletions repairs;
  private final Clock clock;

  CommitmentNumbers(
      EntityManager entities, CommitmentRepository rows, RepairCompletions repairs, Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.repairs = repairs;
    this.clock = clock;
  }

  /** A member of a group and the decision that it commits for. */
  public record Committing(Bytes32 decision, Bytes32 roster, Identifier member) {}

  /** The highest number that a member has used, and its signed document that proves it. */
  public record Highest(Identifier member, long number, Jws document) {}

  /**
   * Records a commitment while the decision is locked.
   *
   * @throws RuleViolation {@link Rule#COMMITMENT_NOT_RISING}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(Committing who, NonceCommitment commitment, Jws document) {
    var id = new CommitmentRow.Id(who.roster(), who.member().value(), commitment.number());
    if (rows.existsById(id)) {
      throw notRising("number " + commitment.number() + " was used before");
    }
    Long highest = rows.highest(who.decision(), who.roster(), who.member().value());
    if (highest != null && commitment.number() <= highest) {
      throw notRising("number " + commitment.number() + " is not above " + highest);
    }
    entities.persist(new CommitmentRow(id, who.decision(), document, clock.instant()));
    entities.flush();
  }

  private static RuleViolation notRising(String detail) {
    return new RuleViolation(Rule.COMMITMENT_NOT_RISING, detail);
  }

  /**
   * The highest number of every member that has committed to anything, or whose share was repaired,
   * by ascending member.
   */
  @Transactional(readOnly = true)
  public List<Highest> highest(Bytes32 roster) {
    SortedMap<Identifier, Highest> highest = new TreeMap<>();
    rows.highest(roster)
        .forEach(
            row ->
                keepHigher(
                    highest,
                    new Highest(
                        new Identifier(row.id().identifier()), row.id().number(), row.document())));
    repairs
        .of(roster)
        .forEach(
            one ->
                keepHigher(
                    highest,
                    new Highest(
                        one.statement().identifier(), one.statement().number(), one.document())));
    return List.copyOf(highest.values());
  }

  private static void keepHigher(SortedMap<Identifier, Highest> highest, Highest one) {
    highest.merge(
        one.member(), one, (before, now) -> now.number() > before.number() ? now : before);
  }
}
