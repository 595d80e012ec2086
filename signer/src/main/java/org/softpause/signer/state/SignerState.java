package org.softpause.signer.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/**
 * Everything that a signer remembers, which is what its encrypted store holds.
 *
 * @param deployment the deployment file that {@code check-deployment} verified; it never changes
 *     again
 * @param ballots the ballots in the order in which they were cast
 * @param backup the latest backup
 */
public record SignerState(
    String name,
    IdentityKey identity,
    List<CeremonySeat> seats,
    Optional<JsonObject> deployment,
    List<BallotRecord> ballots,
    NonceLedger ledger,
    Optional<LastBackup> backup) {
  /** The most bytes that are written or read, with room for some thousand decisions. */
  static final int MAX_LENGTH = 24 * 1024 * 1024;

  private static final String TYPE = "softpause-signer-state-v1";
  private static final int MAX_NAME = 100;

  public SignerState {
    seats = List.copyOf(seats);
    ballots = List.copyOf(ballots);
  }

  /** Returns the state of a signer that has done nothing yet. */
  public static SignerState fresh(String name, IdentityKey identity) {
    return new SignerState(
        name,
        identity,
        List.of(),
        Optional.empty(),
        List.of(),
        NonceLedger.EMPTY,
        Optional.empty());
  }

  /** Whether nothing was ever done with this state but to make its identity key. */
  public boolean isUnused() {
    return equals(fresh(name, identity));
  }

  /** The same state under another name. */
  public SignerState withName(String other) {
    return new SignerState(other, identity, seats, deployment, ballots, ledger, backup);
  }

  public Optional<CeremonySeat> seat(Bytes32 ceremony) {
    return seats.stream().filter(seat -> seat.ceremony().equals(ceremony)).findFirst();
  }

  /** Adds this seat, or replaces an earlier state of it. */
  public SignerState withSeat(CeremonySeat seat) {
    List<CeremonySeat> others = new ArrayList<>(seats);
    others.removeIf(other -> other.ceremony().equals(seat.ceremony()));
    others.add(seat);
    return new SignerState(name, identity, others, deployment, ballots, ledger, backup);
  }

  /** Ends that seat and burns every nonce of its committee. */
  public SignerState withEnded(CeremonySeat seat) {
    NonceLedger after =
        seat.roster().map(roster -> ledger.burnRoster(roster.hash())).orElse(ledger);
    return withSeat(seat.ended()).withLedger(after);
  }

  /**
   * Whether that roster names this seat's committee: either the roster by which the registry first
   * named the committee, or one that a refresh has made since.
   */
  public boolean isNamed(CeremonySeat seat, Bytes32 name) {
    return seats.stream()
        .filter(one -> one.registered().isPresent() && one.registered().equals(seat.registered()))
        .flatMap(
            one ->
                Stream.concat(one.registered().stream(), one.roster().map(Roster::hash).stream()))
        .anyMatch(name::equals);
  }

  /** Returns every committee in which this signer can sign decisions. */
  public List<Membership> memberships() {
    return seats.stream().flatMap(seat -> Membership.of(seat).stream()).toList();
  }

  /** Returns the {@link #memberships}, and those in committees that hold no power yet. */
  public List<Membership> holdings() {
    return seats.stream().flatMap(seat -> Membership.holding(seat).stream()).toList();
  }

  public SignerState withDeployment(JsonObject file) {
    return new SignerState(name, identity, seats, Optional.of(file), ballots, ledger, backup);
  }

  /**
   * Returns the latest ballot on a decision in one committee; a rejection withdraws an approval.
   */
  public Optional<BallotRecord> latestBallot(Bytes32 id, Bytes32 roster) {
    return ballots.stream()
        .filter(ballot -> ballot.id().equals(id) && ballot.roster().equals(roster))
        .reduce((earlier, later) -> later);
  }

  /** Returns the latest ballot on a decision in each committee where one was cast. */
  public List<BallotRecord> ballots(Bytes32 id) {
    return ballots.stream()
        .filter(ballot -> ballot.id().equals(id))
        .filter(ballot -> latestBallot(id, ballot.roster()).filter(ballot::equals).isPresent())
        .toList();
  }

  /** Adds a ballot, together with the ledger that belongs to it. */
  public SignerState withBallot(BallotRecord ballot, NonceLedger after) {
    List<BallotRecord> more = new ArrayList<>(ballots);
    more.add(ballot);
    return new SignerState(name, identity, seats, deployment, more, after, backup);
  }

  /** Notes that a backup was made. */
  public SignerState withBackup(LastBackup mark) {
    return new SignerState(name, identity, seats, deployment, ballots, ledger, Optional.of(mark));
  }

  public SignerState withLedger(NonceLedger after) {
    return new SignerState(name, identity, seats, deployment, ballots, after, backup);
  }

  /**
   * Decodes what {@link #encode} wrote.
   *
   * @throws org.softpause.protocol.RuleViolation for anything else
   */
  public static SignerState decode(byte[] bytes) {
    return StrictJson.read(bytes, MAX_LENGTH, SignerState::read);
  }

  private static SignerState read(ObjectReader in) {
    in.literal("type", TYPE);
    return new SignerState(
        in.text("name", MAX_NAME),
        IdentityKey.read(in),
        in.objects("seats", CeremonySeat::read),
        StateCodecs.optional(in, "deployment", () -> StateCodecs.object(in, "deployment")),
        in.objects("verdicts", BallotRecord::read),
        in.object("ledger", NonceLedger::read),
        StateCodecs.optional(in, "backup", () -> in.object("backup", LastBackup::read)));
  }

  /**
   * Encodes the state as canonical JSON with its secrets in clear, for the encrypted store only.
   */
  public byte[] encode() {
    ObjectWriter out =
        new ObjectWriter()
            .text("type", TYPE)
            .text("name", name)
            .array("seats", seats, CeremonySeat::toJson)
            .array("verdicts", ballots, BallotRecord::toJson)
            .json("ledger", ledger.toJson());
    identity.writeTo(out);
    backup.ifPresent(mark -> out.json("backup", mark.toJson()));
    deployment.ifPresent(file -> out.json("deployment", file));
    return CanonicalJson.encode(out.toJson());
  }
}
