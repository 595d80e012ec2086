package org.softpause.authz.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.SlotDecision;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/** The row of a decision and its state, which only {@link Decisions} changes. */
@Entity
@Table(name = "decision")
public class DecisionRecord {
  private static final int MAX_DOCUMENT = 16_384;

  @Id private Bytes32 id;

  @Enumerated(EnumType.STRING)
  private DecisionState state;

  @Column private String type;

  @Column
  @Enumerated(EnumType.STRING)
  private MandateName mandate;

  @Column private long epoch;
  @Column private @Nullable Short slot;
  @Column private Instant proposedAt;
  private Instant anchorBy;
  private String document;
  @Column private Instant recordedAt;

  @Generated
  @Column(insertable = false, updatable = false)
  private @Nullable Long number;

  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected DecisionRecord() {}

  DecisionRecord(Bytes32 id, Decision decision, DecisionState state, Instant recordedAt) {
    this.id = id;
    this.state = state;
    this.type = storedType(decision);
    this.mandate = decision.mandate();
    this.epoch = decision.epoch();
    this.slot = decision instanceof SlotDecision one ? (short) one.slot().value() : null;
    this.proposedAt = Instant.ofEpochSecond(decision.proposedAt());
    this.anchorBy = Instant.ofEpochSecond(decision.anchorBy());
    this.document =
        new String(CanonicalJson.encode(DecisionJson.write(decision)), StandardCharsets.UTF_8);
    this.recordedAt = recordedAt;
  }

  /** The name in the database, which stays when a class is renamed. */
  static String storedType(Decision decision) {
    return switch (decision) {
      case Pause pause -> "Pause";
      case Lift lift -> "Lift";
      case Withdraw withdraw -> "Withdraw";
      case Renew renew -> "Renew";
      case Rotate rotate -> "Rotate";
    };
  }

  public Bytes32 id() {
    return id;
  }

  public DecisionState state() {
    return state;
  }

  public Instant anchorBy() {
    return anchorBy;
  }

  /** Its place in the order of arrival, for paging. */
  public long number() {
    return number == null ? 0 : number;
  }

  public Decision decision() {
    return StrictJson.read(
        document.getBytes(StandardCharsets.UTF_8), MAX_DOCUMENT, DecisionJson::read);
  }

  void become(DecisionState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("decision " + id + " is " + state + ", not to be " + next);
    }
    state = next;
  }
}
