package org.softpause.authz.signing;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SigningEventRepository extends Repository<SigningEventRow, SigningEventRow.Place> {
  Optional<SigningEventRow> findByDigest(Bytes32 digest);

  @Query(
      """
      select e from SigningEventRow e
      where e.place.decision = :decision and e.place.roster = :roster
        and e.place.position > :position
      order by e.place.position
      """)
  List<SigningEventRow> after(Bytes32 decision, Bytes32 roster, int position);

  @Query(
      """
      select e from SigningEventRow e
      where e.place.decision = :decision and e.session is not null
      order by e.place.roster, e.place.position
      """)
  List<SigningEventRow> shares(Bytes32 decision);

  /** The documents that hold a session's commitments, by ascending member. */
  @Query(
      """
      select e from SigningEventRow e, SigningSeatRow s
      where s.place.decision = :decision and s.place.roster = :roster
        and s.place.session = :session
        and e.place.decision = s.place.decision and e.place.roster = s.place.roster
        and e.place.position = s.source
      order by s.place.identifier
      """)
  List<SigningEventRow> sources(Bytes32 decision, Bytes32 roster, int session);
}
