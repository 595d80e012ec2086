package org.softpause.authz.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CommitmentRepository extends Repository<CommitmentRow, CommitmentRow.Id> {
  boolean existsById(CommitmentRow.Id id);

  @Query(
      """
      select max(c.id.number) from CommitmentRow c
      where c.decision = :decision and c.id.roster = :roster and c.id.identifier = :identifier
      """)
  @Nullable Long highest(Bytes32 decision, Bytes32 roster, int identifier);

  @Query(
      """
      select c from CommitmentRow c
      where c.id.roster = :roster and c.id.number =
        (select max(o.id.number) from CommitmentRow o
         where o.id.roster = :roster and o.id.identifier = c.id.identifier)
      order by c.id.identifier
      """)
  List<CommitmentRow> highest(Bytes32 roster);
}
