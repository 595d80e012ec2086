package org.softpause.authz.committee;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.committee.Committee.Seat;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts rosters into their seats, within the transaction of what causes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CommitteeSeating {
  private static final Logger log = LoggerFactory.getLogger(CommitteeSeating.class);

  private final EntityManager entities;
  private final RosterRepository rosters;
  private final CommitteeRepository rows;

  CommitteeSeating(EntityManager entities, RosterRepository rosters, CommitteeRepository rows) {
    this.entities = entities;
    this.rosters = rosters;
    this.rows = rows;
  }

  /** A ceremony is complete: its roster is known, and sits nowhere yet. */
  public void keep(Roster roster) {
    row(roster);
  }

  /**
   * A refresh is complete: the new roster takes the seats of the one it refreshes, those of today
   * and those to come. A roster is refreshed once; what comes second sits nowhere, as its members
   * hold the shares of the first.
   */
  public void refresh(Bytes32 before, Roster after) {
    RosterRow row = row(after);
    Optional<RosterRow> refreshed =
        rosters.findByHash(before).filter(known -> rosters.successor(before).isEmpty());
    if (refreshed.isEmpty()) {
      log.warn("roster {} takes no seat: {} is unknown or refreshed already", row.hash(), before);
      return;
    }
    entities.persist(new Refresh(refreshed.get(), row));
    for (Committee committee : rows.seatsOf(before)) {
      entities.persist(new Committee(committee.seat().refreshed(), row));
    }
    entities.flush();
  }

  /** The registry begins: these are the committees of a mandate's first epoch. */
  void found(MandateName mandate, List<Roster> founders) {
    for (int position = 0; position < founders.size(); position++) {
      seat(new Place(mandate, 0, position), row(founders.get(position)));
    }
  }

  /** A Rotate is final: its committees hold the target from the next epoch on. */
  public void rotate(Rotate rotate) {
    for (int position = 0; position < rotate.committees().size(); position++) {
      Place place = new Place(rotate.target(), rotate.targetEpoch() + 1, position);
      CommitteeKey body = rotate.committees().get(position);
      rosters
          .findByHash(body.roster())
          .ifPresentOrElse(
              row -> seat(place, row),
              () ->
                  log.warn(
                      "{} is held by roster {} now, which no ceremony here made: this service"
                          + " cannot serve it",
                      rotate.target(),
                      body.roster()));
    }
  }

  private record Place(MandateName mandate, long epoch, int position) {}

  private void seat(Place place, RosterRow named) {
    seat(new Seat(place.mandate(), place.epoch(), (short) place.position(), (short) 0), named);
    entities.flush();
  }

  /** The roster that the registry names, and after it whatever refreshes have made of it. */
  private void seat(Seat seat, RosterRow row) {
    entities.persist(new Committee(seat, row));
    rosters.successor(row.hash()).ifPresent(next -> seat(seat.refreshed(), next));
  }

  private RosterRow row(Roster roster) {
    Optional<RosterRow> known = rosters.findByHash(roster.hash());
    if (known.isPresent()) {
      return known.get();
    }
    RosterRow row = new RosterRow(roster);
    entities.persist(row);
    entities.flush();
    return row;
  }
}
