package org.softpause.authz.signing;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Participants extends Repository<Participant, SessionMember> {
  @Query("select p from Participant p where p.seat.session = :session order by p.seat.identifier")
  List<Participant> of(long session);
}
