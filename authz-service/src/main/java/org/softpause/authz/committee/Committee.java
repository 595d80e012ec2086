package org.softpause.authz.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/** A body that holds, or held, a mandate of the registry. */
@Entity
public class Committee {
  private static final int MAX_ROSTER = 1 << 20;

  @Id private Bytes32 roster;

  @Enumerated(EnumType.STRING)
  private MandateName mandate;

  @Column private short position;
  private long epoch;
  @Column private String body;
  @Column private boolean civil;
  private int threshold;
  private int members;
  @Column private byte[] groupKey;
  private String payload;

  @SuppressWarnings("NullAway.Init")
  protected Committee() {}

  Committee(Roster roster, Seat seat) {
    this.roster = roster.hash();
    this.mandate = seat.mandate();
    this.position = (short) seat.position();
    this.epoch = seat.epoch();
    this.body = roster.body();
    this.civil = roster.civil();
    this.threshold = roster.minSigners();
    this.members = roster.members().size();
    this.groupKey = roster.groupKey().encode();
    this.payload = new String(CanonicalJson.encode(roster.toJson()), StandardCharsets.UTF_8);
  }

  /** Where a committee sits: {@code position} counts by ascending x, as signatures do. */
  record Seat(MandateName mandate, int position, long epoch) {}

  /** The roster's hash. */
  public Bytes32 id() {
    return roster;
  }

  public MandateName mandate() {
    return mandate;
  }

  public long epoch() {
    return epoch;
  }

  /** How many must sign. */
  public int threshold() {
    return threshold;
  }

  /** How many rejections make a signature impossible: n − t + 1. */
  public int blocking() {
    return members - threshold + 1;
  }

  /** The roster itself: who sits there, with which keys. */
  public Roster roster() {
    return StrictJson.read(payload.getBytes(StandardCharsets.UTF_8), MAX_ROSTER, Roster::read);
  }
}
