package org.softpause.authz.committee;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RosterRepository extends Repository<RosterRow, Bytes32> {
  Optional<RosterRow> findByHash(Bytes32 hash);

  /** The roster that replaced this one in a refresh. */
  @Query(
      "select row from Refresh one, RosterRow row"
          + " where one.roster = :roster and row.hash = one.successor")
  Optional<RosterRow> successor(Bytes32 roster);

  @Query(
      "select row from RosterRow row where not exists"
          + " (select 1 from Committee seat where seat.roster = row) order by row.hash")
  List<RosterRow> unannounced();
}
