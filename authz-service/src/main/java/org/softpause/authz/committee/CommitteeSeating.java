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

/** Gives rosters their seats in a mandate, within the transaction of what causes it. */
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

  /** Keeps the roster of a complete ceremony; it has no seat yet. */
  public void keep(Roster roster) {
    row(roster);
  }

  /**
   * Gives a refreshed roster all seats of the roster before it, present and future ones. A roster
   * is refreshed once: a second refresh gets no seat, because the members already hold the shares
   * of the first.
   */
  public void refresh(Bytes32 before, Roster after) {
    RosterRow row = row(after);
    Optional<RosterRow> refreshed =
        rosters.findByHash(before).filter(known -> rosters.successor(before).isEmpty());
    if (refreshed.isEmpty()) {
      log.warn(
          "roster {} gets no seat: roster {} is unknown or already refreshed", row.hash(), before);
      return;
    }
    entities.persist(new Refresh(refreshed.get(), row));
    for (Committee committee : rows.seatsOf(before)) {
      entities.persist(new Committee(committee.seat().refreshed(), row));
    }
    entities.flush();
  }

  /** Seats the committees of a mandate's first epoch, when a registry is adopted. */
  void found(MandateName mandate, List<Roster> founders) {
    for (int position = 0; position < founders.size(); position++) {
      seat(new Place(mandate, 0, position), row(founders.get(position)));
    }
  }

  /** Seats the committees of a final Rotate, which hold its target from the next epoch on. */
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
                      "{} is now held by roster {}, which no ceremony on this board made:"
                          + " this service cannot serve it",
                      rotate.target(),
                      body.roster()));
    }
  }

  private record Place(MandateName mandate, long epoch, int position) {}

  private void seat(Place place, RosterRow named) {
    seat(new Seat(place.mandate(), place.epoch(), (short) place.position(), (short) 0), named);
    entities.flush();
  }

  /** Seats the roster that the registry names, and after it each refresh of that roster. */
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
