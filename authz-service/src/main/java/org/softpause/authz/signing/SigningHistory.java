package org.softpause.authz.signing;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.signing.SigningEventRow.Verdict;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the history of a decision's signing: its sessions, who signed, who sent an invalid share
 * and who stayed silent.
 */
@Component
@Transactional(readOnly = true)
public class SigningHistory {
  private final SigningSessionRepository sessions;
  private final SigningEventRepository events;
  private final SigningSessions offers;
  private final CommitteeDirectory committees;
  private final Decisions decisions;

  SigningHistory(
      SigningSessionRepository sessions,
      SigningEventRepository events,
      SigningSessions offers,
      CommitteeDirectory committees,
      Decisions decisions) {
    this.sessions = sessions;
    this.events = events;
    this.offers = offers;
    this.committees = committees;
    this.decisions = decisions;
  }

  /** A member of a group. */
  public record Seat(Bytes32 roster, Identifier member) {}

  /** A member that owed a share to a session which went on without it; this is no reproach. */
  public record Silent(Seat seat, int session, Instant since) {}

  /** A member that sent an invalid share, and the document that proves it. */
  public record Culprit(Seat seat, int session, Jws share) {}

  /** A session with every document that was received for it. */
  public record Attempt(
      Bytes32 roster,
      int number,
      Bytes32 packageHash,
      Instant openedAt,
      List<Identifier> members,
      List<Identifier> missing,
      List<Jws> sources,
      List<Jws> shares) {}

  /** A group and the number of the session that gave its signature, 0 while there is none. */
  public record Group(Bytes32 roster, int threshold, int signedIn) {}

  /** The members whose shares did not verify, in order of arrival. */
  public List<Culprit> culprits(Bytes32 decision) {
    return events.shares(decision).stream()
        .filter(share -> share.verdict() == Verdict.INVALID)
        .map(share -> new Culprit(seat(share), share.session(), share.signed()))
        .toList();
  }

  /** The members whose shares made the signatures. */
  public List<Seat> signers(Bytes32 decision) {
    List<SigningSeatRow> seats = sessions.seats(decision);
    return sessions.signatures(decision).stream()
        .flatMap(made -> seats.stream().filter(seat -> isOf(seat, made)))
        .map(SigningHistory::seat)
        .toList();
  }

  private static boolean isOf(SigningSeatRow seat, GroupSignatureRow made) {
    return seat.run().equals(made.run()) && seat.session() == made.session();
  }

  /** The members that owe a share to a session before the one that signed, or the newest one. */
  public List<Silent> silent(Bytes32 decision) {
    Set<Seat> caught = culprits(decision).stream().map(Culprit::seat).collect(Collectors.toSet());
    List<SigningSeatRow> seats = sessions.seats(decision);
    return sessions.of(decision).stream()
        .filter(session -> session.number() < decisive(decision, session.run()))
        .flatMap(session -> owed(seats, session))
        .filter(silent -> !caught.contains(silent.seat()))
        .toList();
  }

  private int decisive(Bytes32 decision, SigningRun run) {
    return sessions.signatures(decision).stream()
        .filter(made -> made.run().equals(run))
        .map(GroupSignatureRow::session)
        .findFirst()
        .orElseGet(
            () ->
                sessions.of(decision).stream()
                    .filter(session -> session.run().equals(run))
                    .mapToInt(SigningSessionRow::number)
                    .max()
                    .orElse(0));
  }

  private static Stream<Silent> owed(List<SigningSeatRow> seats, SigningSessionRow session) {
    return in(seats, session)
        .filter(SigningSeatRow::isOwed)
        .map(seat -> new Silent(seat(seat), session.number(), session.openedAt()));
  }

  private static Stream<SigningSeatRow> in(List<SigningSeatRow> seats, SigningSessionRow session) {
    return seats.stream()
        .filter(seat -> seat.run().equals(session.run()))
        .filter(seat -> seat.session() == session.number());
  }

  /**
   * The groups that must sign, then those whose sessions a refresh has ended, because their
   * documents stay evidence. Once a decision has its certificate, only groups that were asked are
   * listed, unless none was.
   */
  public List<Group> groups(Bytes32 decision) {
    DecisionRecord record = decisions.require(decision);
    Set<Bytes32> asked =
        sessions.of(decision).stream()
            .map(session -> session.run().roster())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean open = record.state().isBeforeCertificate() || asked.isEmpty();
    Set<Bytes32> rosters = new LinkedHashSet<>();
    committees.signing(record.decision()).stream()
        .map(SigningGroup::id)
        .filter(roster -> open || asked.contains(roster))
        .forEach(rosters::add);
    rosters.addAll(asked);
    List<GroupSignatureRow> made = sessions.signatures(decision);
    return rosters.stream()
        .map(hash -> new Group(hash, committees.roster(hash).minSigners(), signedIn(made, hash)))
        .toList();
  }

  private static int signedIn(List<GroupSignatureRow> made, Bytes32 roster) {
    return made.stream()
        .filter(row -> row.run().roster().equals(roster))
        .mapToInt(GroupSignatureRow::session)
        .findFirst()
        .orElse(0);
  }

  /** All sessions, in order. */
  public List<Attempt> attempts(Bytes32 decision) {
    List<SigningSeatRow> seats = sessions.seats(decision);
    List<SigningEventRow> shares = events.shares(decision);
    return sessions.of(decision).stream().map(one -> attempt(one, seats, shares)).toList();
  }

  private Attempt attempt(
      SigningSessionRow session, List<SigningSeatRow> seats, List<SigningEventRow> shares) {
    return new Attempt(
        session.place().roster(),
        session.number(),
        session.packageHash(),
        session.openedAt(),
        in(seats, session).map(SigningSeatRow::member).toList(),
        in(seats, session).filter(SigningSeatRow::isOwed).map(SigningSeatRow::member).toList(),
        offers.offer(session).sources(),
        shares.stream()
            .filter(share -> share.run().equals(session.run()))
            .filter(share -> share.session() == session.number())
            .map(SigningEventRow::signed)
            .toList());
  }

  private static Seat seat(SigningEventRow share) {
    return new Seat(share.run().roster(), share.sender());
  }

  private static Seat seat(SigningSeatRow row) {
    return new Seat(row.run().roster(), row.member());
  }
}
