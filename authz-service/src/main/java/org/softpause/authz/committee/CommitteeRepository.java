package org.softpause.authz.committee;

import java.util.List;
import org.softpause.authz.committee.Committee.Seat;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CommitteeRepository extends Repository<Committee, Seat> {
  /** Every committee in every generation, oldest first. */
  @Query(
      "select one from Committee one join fetch one.roster order by one.seat.mandate desc,"
          + " one.seat.epoch, one.seat.position, one.seat.generation")
  List<Committee> all();

  @Query(
      "select one from Committee one join fetch one.roster"
          + " where one.seat.mandate = :mandate and one.seat.epoch = :epoch"
          + " and one.seat.generation = (select max(other.seat.generation) from Committee other"
          + " where other.seat.mandate = one.seat.mandate and other.seat.epoch = one.seat.epoch"
          + " and other.seat.position = one.seat.position) order by one.seat.position")
  List<Committee> seated(MandateName mandate, long epoch);

  @Query("select one from Committee one where one.roster.hash = :roster")
  List<Committee> seatsOf(Bytes32 roster);
}
