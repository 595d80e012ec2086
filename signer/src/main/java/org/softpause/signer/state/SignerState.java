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
 * Everything that one signer remembers; the content of its encrypted store.
 *
 * @param deployment the file that check-deployment verified, which nothing changes again
 * @param verdicts ballots in the order in which they were cast
 * @param backup the latest one made
 */
public record SignerState(
    String name,
    IdentityKey identity,
    List<CeremonySeat> seats,
    Optional<JsonObject> deployment,
    List<BallotRecord> verdicts,
    NonceLedger ledger,
    Optional<LastBackup> backup) {
  /** Bytes, written and read: some thousand decisions. */
  static final int MAX_LENGTH = 24 * 1024 * 1024;

  private static final String TYPE = "softpause-signer-state-v1";
  private static final int MAX_NAME = 100;

  public SignerState {
    seats = List.copyOf(seats);
    verdicts = List.copyOf(verdicts);
  }

  /** A signer that has done nothing yet. */
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

  public Optional<CeremonySeat> seat(Bytes32 ceremony) {
    return seats.stream().filter(seat -> seat.ceremony().equals(ceremony)).findFirst();
  }

  /** With this seat, in place of an earlier state of the same one. */
  public SignerState withSeat(CeremonySeat seat) {
    List<CeremonySeat> others = new ArrayList<>(seats);
    others.removeIf(other -> other.ceremony().equals(seat.ceremony()));
    others.add(seat);
    return new SignerState(name, identity, others, deployment, verdicts, ledger, backup);
  }

  /** With that seat ended, and no nonce of its committee left. */
  public SignerState withEnded(CeremonySeat seat) {
    NonceLedger after =
        seat.roster().map(roster -> ledger.burnRoster(roster.hash())).orElse(ledger);
    return withSeat(seat.ended()).withLedger(after);
  }

  /**
   * Whether that roster means this seat's committee: the one by which the registry first named it,
   * or any that refreshes have made of it since.
   */
  public boolean isNamed(CeremonySeat seat, Bytes32 name) {
    return seats.stream()
        .filter(one -> one.registered().isPresent() && one.registered().equals(seat.registered()))
        .flatMap(
            one ->
                Stream.concat(one.registered().stream(), one.roster().map(Roster::hash).stream()))
        .anyMatch(name::equals);
  }

  /** Every committee in which this signer can sign. */
  public List<Membership> memberships() {
    return seats.stream().flatMap(seat -> Membership.of(seat).stream()).toList();
  }

  /** Those, and committees that hold no power yet. */
  public List<Membership> holdings() {
    return seats.stream().flatMap(seat -> Membership.holding(seat).stream()).toList();
  }

  public SignerState withDeployment(JsonObject file) {
    return new SignerState(name, identity, seats, Optional.of(file), verdicts, ledger, backup);
  }

  /** The last word on a decision in one committee: a rejection after an approval withdraws it. */
  public Optional<BallotRecord> ballotRecord(Bytes32 id, Bytes32 roster) {
    return verdicts.stream()
        .filter(
            ballotRecord -> ballotRecord.id().equals(id) && ballotRecord.roster().equals(roster))
        .reduce((earlier, later) -> later);
  }

  /** The last word on a decision in each committee where there is one. */
  public List<BallotRecord> verdicts(Bytes32 id) {
    return verdicts.stream()
        .filter(ballotRecord -> ballotRecord.id().equals(id))
        .filter(
            ballotRecord ->
                ballotRecord(id, ballotRecord.roster()).filter(ballotRecord::equals).isPresent())
        .toList();
  }

  /** With one more ballot and the ledger that belongs to it. */
  public SignerState withVerdict(BallotRecord ballotRecord, NonceLedger after) {
    List<BallotRecord> more = new ArrayList<>(verdicts);
    more.add(ballotRecord);
    return new SignerState(name, identity, seats, deployment, more, after, backup);
  }

  /** With the note that a backup was made. */
  public SignerState withBackup(LastBackup mark) {
    return new SignerState(name, identity, seats, deployment, verdicts, ledger, Optional.of(mark));
  }

  public SignerState withLedger(NonceLedger after) {
    return new SignerState(name, identity, seats, deployment, verdicts, after, backup);
  }

  /**
   * From {@link #encode}.
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

  /** Canonical JSON, secrets in clear: only for the encrypted store. */
  public byte[] encode() {
    ObjectWriter out =
        new ObjectWriter()
            .text("type", TYPE)
            .text("name", name)
            .array("seats", seats, CeremonySeat::toJson)
            .array("verdicts", verdicts, BallotRecord::toJson)
            .json("ledger", ledger.toJson());
    identity.writeTo(out);
    backup.ifPresent(mark -> out.json("backup", mark.toJson()));
    deployment.ifPresent(file -> out.json("deployment", file));
    return CanonicalJson.encode(out.toJson());
  }
}
