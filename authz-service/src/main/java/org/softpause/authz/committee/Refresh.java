package org.softpause.authz.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.softpause.protocol.Bytes32;

/** The row of a refresh: the members of a roster now hold new shares under its successor. */
@Entity
@Table(name = "refresh")
class Refresh {
  @Id @Column private Bytes32 roster;

  @Column private Bytes32 successor;

  @SuppressWarnings("NullAway.Init")
  protected Refresh() {}

  Refresh(RosterRow roster, RosterRow successor) {
    this.roster = roster.hash();
    this.successor = successor.hash();
  }
}
