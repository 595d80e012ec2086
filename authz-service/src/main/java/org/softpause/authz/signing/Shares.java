package org.softpause.authz.signing;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Shares extends Repository<ShareRow, SessionMember> {
  @Query("select s from ShareRow s where s.seat.session = :session order by s.seat.identifier")
  List<ShareRow> of(long session);

  @Query(
      """
      select s from ShareRow s, SigningSession e
      where e.id = s.seat.session and e.decision = :decision and e.roster = :roster
      order by e.id
      """)
  List<ShareRow> of(Bytes32 decision, Bytes32 roster);
}
