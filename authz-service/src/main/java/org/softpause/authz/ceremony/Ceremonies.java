package org.softpause.authz.ceremony;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.authz.audit.AuditSubject;
import org.softpause.authz.audit.AuditTrail;
import org.softpause.authz.committee.CommitteeSeating;
import org.softpause.authz.committee.Jurisdiction;
import org.softpause.authz.committee.Jurisdictions;
import org.softpause.authz.system.Problem;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.evidence.Equivocation;
import org.softpause.protocol.jose.Jws;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bulletin board of key ceremonies: opens them and takes messages, one transaction each, under
 * the ceremony's lock.
 */
@Component
public class Ceremonies {
  private static final Limit PAGE = Limit.of(100);
  private static final int PAGE_LENGTH = 1 << 20;

  private final EntityManager entities;
  private final CeremonyRepository rows;
  private final CeremonyCache verified;
  private final Jurisdictions jurisdictions;
  private final CommitteeSeating seating;
  private final RepairRules repairs;
  private final AuditTrail audit;
  private final Clock clock;
  private final CeremonySettings settings;

  Ceremonies(
      EntityManager entities,
      CeremonyRepository rows,
      CeremonyCache verified,
      Jurisdictions jurisdictions,
      CommitteeSeating seating,
      RepairRules repairs,
      AuditTrail audit,
      Clock clock,
      CeremonySettings settings) {
    this.entities = entities;
    this.rows = rows;
    this.verified = verified;
    this.jurisdictions = jurisdictions;
    this.seating = seating;
    this.repairs = repairs;
    this.audit = audit;
    this.clock = clock;
    this.settings = settings;
  }

  /** What the board did with a message. */
  public enum Outcome {
    RECORDED,
    KNOWN,
    /**
     * It contradicts an earlier message of its sender. The first contradiction of each kind is kept
     * as evidence.
     */
    CONTRADICTION
  }

  /** The answer to a plan: the ceremony's id, and whether this plan opened it. */
  public record Opened(Bytes32 id, boolean isNew) {}

  /**
   * Opens a ceremony with the plan, or a repair with the request, that an enrolled member signed.
   */
  @Transactional
  public Opened open(Jws plan) {
    Ceremony ceremony = Ceremony.propose(plan);
    Jurisdiction opener = jurisdictions.signerOf(plan);
    if (rows.existsById(ceremony.id())) {
      return new Opened(ceremony.id(), false);
    }
    repairs.requireServed(ceremony);
    requireRoom(opener);
    entities.persist(new CeremonyRecord(ceremony, opener.keyId(), clock.instant()));
    append(ceremony, 0, plan);
    return new Opened(ceremony.id(), true);
  }

  /** Two requests of one member are counted one after the other. */
  private void requireRoom(Jurisdiction opener) {
    entities.lock(opener, LockModeType.PESSIMISTIC_WRITE);
    Instant since = clock.instant().minus(settings.period());
    if (rows.unfinished(opener.keyId(), since) >= settings.unfinishedPerMember()) {
      throw Problem.TOO_MANY_CEREMONIES.because(
          opener.name()
              + " has opened "
              + settings.unfinishedPerMember()
              + " ceremonies within "
              + settings.period().toHours()
              + " hours that have not come to a key; no more can be opened for now");
    }
  }

  /**
   * Takes a message.
   *
   * @throws RuleViolation if the ceremony's protocol refuses it
   */
  @Transactional
  public Outcome take(Bytes32 id, Jws message) {
    CeremonyRecord record = rows.lock(id).orElseThrow(() -> unknown(id));
    Ceremony before = replay(id);
    Ceremony after;
    try {
      after = before.accept(message);
    } catch (RuleViolation violation) {
      return keepEvidence(before, message, violation);
    }
    int known = before.messages().size();
    if (after.messages().size() == known) {
      return Outcome.KNOWN;
    }
    repairs.requireInTime(before);
    append(after, known, message);
    record.follow(after);
    if (after.phase() == CeremonyPhase.COMPLETE) {
      seat(after.plan(), after.roster().orElseThrow());
    }
    return Outcome.RECORDED;
  }

  /**
   * A refresh does not change who holds power, so its roster takes its seats at once. Any other
   * roster waits for a Rotate.
   */
  private void seat(CeremonyPlan plan, Roster roster) {
    seating.keep(roster);
    plan.succession()
        .filter(succession -> succession.purpose() == CeremonyPurpose.REFRESH)
        .ifPresent(succession -> seating.refresh(succession.previousRoster(), roster));
  }

  /** Keeps one contradiction of each kind: it convicts, and more would only fill the board. */
  private Outcome keepEvidence(Ceremony ceremony, Jws message, RuleViolation violation) {
    if (violation.rule() != Rule.EQUIVOCATION) {
      throw violation;
    }
    Equivocation evidence = ceremony.equivocation(message).orElseThrow(() -> violation);
    if (!rows.hasContradiction(
        ceremony.id(), evidence.culprit().identifier().value(), message.unverified().type())) {
      entities.persist(new EquivocationRow(ceremony.id(), evidence, clock.instant()));
      audit.record(
          AuditSubject.CEREMONY,
          ceremony.id().bytes(),
          "CONTRADICTION",
          "by " + evidence.culprit());
    }
    return Outcome.CONTRADICTION;
  }

  private void append(Ceremony ceremony, int position, Jws message) {
    Member sender = ceremony.opening().participantWithKey(message.kid()).orElseThrow();
    entities.persist(
        new CeremonyMessage(
            new CeremonyMessage.Place(ceremony.id(), position),
            sender.identifier(),
            message,
            clock.instant()));
    audit.record(
        AuditSubject.CEREMONY,
        ceremony.id().bytes(),
        ceremony.phase().name(),
        message.unverified().type() + " by " + sender);
  }

  private Ceremony replay(Bytes32 id) {
    List<Jws> messages = rows.messages(id).stream().map(CeremonyMessage::message).toList();
    if (messages.isEmpty()) {
      throw unknown(id);
    }
    return verified.follow(id, messages);
  }

  /** A ceremony, replayed from its messages. */
  @Transactional(readOnly = true)
  public Ceremony get(Bytes32 id) {
    return replay(id);
  }

  /**
   * Messages in order of arrival.
   *
   * @param count how many there are in all
   */
  public record Page(int count, List<Jws> messages) {}

  /**
   * A page of a ceremony's messages.
   *
   * @param after how many messages the caller knows already
   */
  @Transactional(readOnly = true)
  public Page messages(Bytes32 id, int after) {
    int count = rows.messageCount(id);
    if (count == 0) {
      throw unknown(id);
    }
    return new Page(count, page(id, after));
  }

  private List<Jws> page(Bytes32 id, int after) {
    List<Jws> page = new ArrayList<>();
    int length = 0;
    for (CeremonyMessage row : rows.messages(id, after, PAGE)) {
      Jws message = row.message();
      length += message.compact().length();
      if (length > PAGE_LENGTH && !page.isEmpty()) {
        return page;
      }
      page.add(message);
    }
    return page;
  }

  /** The members who cheated, as the ceremony or a contradiction on the board proves. */
  @Transactional(readOnly = true)
  public SortedSet<Identifier> culprits(Ceremony ceremony) {
    SortedSet<Identifier> culprits = new TreeSet<>(ceremony.culprits());
    rows.contradictions(ceremony.id())
        .forEach(contradiction -> culprits.add(new Identifier(contradiction.culprit())));
    return culprits;
  }

  /** The second of two different messages of one kind and sender, as it was signed. */
  @Transactional(readOnly = true)
  public List<Jws> contradictions(Bytes32 id) {
    return rows.contradictions(id).stream().map(EquivocationRow::message).toList();
  }

  /** Every ceremony, oldest first. */
  @Transactional(readOnly = true)
  public List<CeremonySummary> all() {
    return rows.findAllByOrderByOpenedAt().stream().map(CeremonyRecord::summary).toList();
  }

  private static RuntimeException unknown(Bytes32 id) {
    return Problem.NOT_FOUND.because("there is no ceremony " + id);
  }
}
