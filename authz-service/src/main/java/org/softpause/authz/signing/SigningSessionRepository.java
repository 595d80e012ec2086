package org.softpause.authz.signing;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SigningSessionRepository extends Repository<SigningSessionRow, SigningSessionRow.Place> {
  /** The number of sessions of all decisions, which only rises. */
  long count();

  Optional<SigningSessionRow> findByPackageHash(Bytes32 packageHash);

  @Query(
      """
      select s from SigningSessionRow s where s.place.decision = :decision
      order by s.place.roster, s.place.number
      """)
  List<SigningSessionRow> of(Bytes32 decision);

  /** Sessions that still wait for a share, newest first. */
  @Query(
      """
      select s from SigningSessionRow s
      where s.place.decision = :decision and s.place.roster = :roster
        and exists (select seat from SigningSeatRow seat
                    where seat.place.decision = s.place.decision
                      and seat.place.roster = s.place.roster
                      and seat.place.session = s.place.number and seat.answer is null)
      order by s.place.number desc
      """)
  List<SigningSessionRow> open(Bytes32 decision, Bytes32 roster);

  /** The session that waits for this member; none for a culprit or one that has rejected. */
  @Query(
      """
      select s from SigningSessionRow s, SigningSeatRow seat
      where seat.place.decision = :decision and seat.place.roster = :roster
        and seat.place.identifier = :identifier and seat.answer is null
        and s.place.decision = seat.place.decision and s.place.roster = seat.place.roster
        and s.place.number = seat.place.session
        and not exists (select e from SigningEventRow e
                        where e.place.decision = :decision and e.place.roster = :roster
                          and e.identifier = :identifier
                          and (e.verdict = INVALID or e.kind = REJECTION))
      """)
  Optional<SigningSessionRow> awaiting(Bytes32 decision, Bytes32 roster, int identifier);

  @Query(
      """
      select s from SigningSeatRow s where s.place.decision = :decision
      order by s.place.roster, s.place.session, s.place.identifier
      """)
  List<SigningSeatRow> seats(Bytes32 decision);

  @Query(
      """
      select s from SigningSeatRow s
      where s.place.decision = :decision and s.place.roster = :roster
        and s.place.session = :session and s.place.identifier = :identifier
      """)
  Optional<SigningSeatRow> seat(Bytes32 decision, Bytes32 roster, int session, int identifier);

  @Query("select s from GroupSignatureRow s where s.run.decision = :decision")
  List<GroupSignatureRow> signatures(Bytes32 decision);
}
