package org.softpause.authz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Identifier;
import org.softpause.frost.roast.CoordinatorEvent;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.jose.Jws;

/**
 * The row of a signed document that reached a group's coordinator, at its place in the order of
 * arrival that the coordinator is replayed in.
 */
@Entity
@Table(name = "signing_event")
class SigningEventRow {
  @EmbeddedId private Place place;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private int identifier;
  private @Nullable Integer session;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  @Column private Bytes32 digest;
  private String document;
  @Column private Instant receivedAt;

  @SuppressWarnings("NullAway.Init")
  protected SigningEventRow() {}

  private SigningEventRow(
      Place place, Kind kind, Identifier sender, Jws document, Instant receivedAt) {
    this.place = place;
    this.kind = kind;
    this.identifier = sender.value();
    this.verdict = Verdict.COUNTED;
    this.digest = document.unverified().hash();
    this.document = document.compact();
    this.receivedAt = receivedAt;
  }

  static SigningEventRow vote(Place place, Ballot ballot, Jws signed, Instant receivedAt) {
    Kind kind = ballot.choice() instanceof Ballot.Approve ? Kind.APPROVAL : Kind.REJECTION;
    return new SigningEventRow(place, kind, ballot.voter(), signed, receivedAt);
  }

  static SigningEventRow share(
      Place place, int session, Verdict verdict, Offered offered, Instant receivedAt) {
    var row =
        new SigningEventRow(
            place, Kind.SHARE, offered.document().signer(), offered.signed(), receivedAt);
    row.session = session;
    row.verdict = verdict;
    return row;
  }

  /** A share document, read and as it was signed. */
  record Offered(ShareDocument document, Jws signed) {}

  /** The place of an event in the order of its group's events, counted from 1. */
  @Embeddable
  record Place(Bytes32 decision, Bytes32 roster, int position) implements Serializable {}

  enum Kind {
    APPROVAL,
    REJECTION,
    SHARE
  }

  /** How the document was judged. The names are stored. */
  enum Verdict {
    /** It counted and advanced the coordinator. */
    COUNTED,
    /** An invalid or unsolicited share. Its sender is to blame. */
    INVALID,
    /** A second, different document for a session by a member that has already answered it. */
    CONTRADICTION,
    /** A valid share that arrived when none was needed any more. */
    LATE
  }

  /** The event that the coordinator is given; empty for a document that cannot matter to it. */
  Optional<CoordinatorEvent> event() {
    return switch (kind) {
      case APPROVAL -> Optional.of(approval());
      case REJECTION -> Optional.of(new CoordinatorEvent.Withdrawal(sender()));
      case SHARE ->
          verdict == Verdict.COUNTED || verdict == Verdict.INVALID
              ? Optional.of(answer(session(), share()))
              : Optional.empty();
    };
  }

  private CoordinatorEvent approval() {
    Ballot ballot = signed().unverified().read(Ballot.TYPE, Ballot::read);
    if (ballot.choice() instanceof Ballot.Approve approve) {
      return new CoordinatorEvent.Commitment(ballot.voter(), approve.commitment().commitments());
    }
    throw new IllegalStateException("event " + place + " is no approval");
  }

  static CoordinatorEvent.Answer answer(int session, ShareDocument share) {
    return new CoordinatorEvent.Answer(
        share.signer(), session, share.share(), share.next().commitments());
  }

  /** Whether the document holds its sender's latest commitment. */
  boolean commits() {
    return verdict == Verdict.COUNTED && kind != Kind.REJECTION;
  }

  int position() {
    return place.position();
  }

  SigningRun run() {
    return new SigningRun(place.decision(), place.roster());
  }

  boolean is(SigningRun run, Identifier sender) {
    return run().equals(run) && sender().equals(sender);
  }

  Identifier sender() {
    return new Identifier(identifier);
  }

  /** The session that a share answers; only shares have one. */
  int session() {
    if (session == null) {
      throw new IllegalStateException("event " + place + " is no share");
    }
    return session;
  }

  Verdict verdict() {
    return verdict;
  }

  Jws signed() {
    return Jws.parse(document);
  }

  private ShareDocument share() {
    return signed().unverified().read(ShareDocument.TYPE, ShareDocument::read);
  }
}
