package org.softpause.authz.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.MandateName;

/** A body that holds, or held, a mandate of the registry: a roster and the seat it has. */
@Entity
@Table(name = "committee")
public class Committee {
  @EmbeddedId private Seat seat;

  @ManyToOne(optional = false)
  @JoinColumn(name = "roster")
  private RosterRow roster;

  @SuppressWarnings("NullAway.Init")
  protected Committee() {}

  Committee(Seat seat, RosterRow roster) {
    this.seat = seat;
    this.roster = roster;
  }

  /**
   * The place that a committee has in a mandate.
   *
   * @param position counted by ascending x of the keys, as signatures are
   * @param generation rises with every refresh; the highest one is current
   */
  @Embeddable
  record Seat(
      @Enumerated(EnumType.STRING) MandateName mandate,
      @Column long epoch,
      @Column short position,
      @Column short generation) {
    Seat refreshed() {
      return new Seat(mandate, epoch, position, (short) (generation + 1));
    }
  }

  Seat seat() {
    return seat;
  }

  /** The roster's hash. */
  public Bytes32 id() {
    return roster.hash();
  }

  public MandateName mandate() {
    return seat.mandate();
  }

  public long epoch() {
    return seat.epoch();
  }

  /** The roster: the members and their keys. */
  public Roster roster() {
    return roster.roster();
  }
}
