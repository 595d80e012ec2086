package org.softpause.signer.ceremony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.ceremony.repair.LostMember;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.words.RepairBriefing;

/** What the officer does whose signer has lost its share of a committee's key. */
public record RepairAsking(SignerContext context) {
  /**
   * Asks t members to rebuild the share. An open request to the same helpers is sent again; one to
   * others is given up.
   *
   * @param ceremony which made the committee
   * @param names of exactly t other members
   * @param open how long the helpers may take, at most 7 days
   * @throws RuleViolation SHARE_NOT_LOST if the share is here, NOT_A_MEMBER, PLAN_INVALID, or what
   *     the board's ceremony breaks
   */
  public OperationReport ask(Bytes32 ceremony, List<String> names, Duration open) {
    requireLost(context.store().read(), ceremony);
    BulletinBoard board = context.board();
    CeremonySeat lost = lost(board.complete(ceremony));
    Roster roster = lost.roster().orElseThrow();
    List<Identifier> helpers =
        new SuccessionPlanner(roster).handingOn(List.of(), requireNamed(names));
    Jws signed = underWay(roster, helpers).orElseGet(() -> keepNew(lost, helpers, open));
    board.open(signed);
    RepairRequest request = read(signed);
    return report(request);
  }

  /**
   * Follows the open repair of that committee's share to its end.
   *
   * @throws RuleViolation SHARE_NOT_LOST, or WRONG_CEREMONY if none was asked for
   */
  public OperationReport follow(Bytes32 ceremony, CeremonyFollowing following) {
    SignerState state = context.store().read();
    Bytes32 repair =
        open(state, ceremony)
            .map(CeremonySeat::ceremony)
            .orElseThrow(
                () -> {
                  requireLost(state, ceremony);
                  return new RuleViolation(
                      Rule.WRONG_CEREMONY, "no repair is open here; ask with --helpers");
                });
    return RepairReport.of(
        repair, following.untilEnd(RepairParticipation.of(context), repair, "the repair"));
  }

  private static List<String> requireNamed(List<String> names) {
    if (names.isEmpty()) {
      throw new RuleViolation(Rule.PLAN_INVALID, "name the helpers");
    }
    return names;
  }

  private static void requireLost(SignerState state, Bytes32 ceremony) {
    state
        .seat(ceremony)
        .filter(seat -> seat.status() != SeatStatus.SHARE_LOST)
        .ifPresent(
            seat -> {
              throw switch (seat.status()) {
                case ENDED ->
                    new RuleViolation(
                        Rule.WRONG_ROSTER, "the seat has ended; its share is of no use any more");
                case UNDER_WAY, REPAIRING ->
                    new RuleViolation(
                        Rule.WRONG_CEREMONY, "this is under way here, and lost no share");
                default ->
                    new RuleViolation(
                        Rule.SHARE_NOT_LOST, "this store holds the share of " + ceremony);
              };
            });
  }

  /** The seat without its share, as the public messages of its ceremony give it. */
  private CeremonySeat lost(Ceremony complete) {
    String kid = context.identity().publicIdentity().kid();
    Roster roster = complete.roster().orElseThrow();
    Member self =
        roster
            .memberWithKey(kid)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.NOT_A_MEMBER, "no member of this committee has our identity key"));
    return CeremonySeat.lost(
        complete.id(),
        self.identifier(),
        complete.plan().succession().map(Succession::previousRoster),
        complete.messages().stream().filter(message -> message.kid().equals(kid)).toList(),
        roster,
        new RosterLineage(context.board().gathering()).registered(roster));
  }

  /** The open request to the same helpers. */
  private Optional<Jws> underWay(Roster roster, List<Identifier> helpers) {
    return open(context.store().read(), roster.ceremony())
        .flatMap(seat -> seat.sent(RepairRequest.TYPE))
        .filter(signed -> read(signed).helpers().equals(helpers))
        .filter(signed -> context.now() <= read(signed).expiresAt());
  }

  private static Optional<CeremonySeat> open(SignerState state, Bytes32 ceremony) {
    return state.seats().stream()
        .filter(seat -> seat.status() == SeatStatus.REPAIRING)
        .filter(
            seat ->
                seat.sent(RepairRequest.TYPE)
                    .filter(signed -> read(signed).roster().ceremony().equals(ceremony))
                    .isPresent())
        .findFirst();
  }

  private Jws keepNew(CeremonySeat lost, List<Identifier> helpers, Duration open) {
    byte[] nonce = new byte[Bytes32.LENGTH];
    context.random().nextBytes(nonce);
    Seed seed = Seed.generate(context.random());
    Roster roster = lost.roster().orElseThrow();
    long now = context.now();
    RepairRequest request =
        LostMember.request(
            roster, lost.self(), helpers, seed, Bytes32.of(nonce), now, now + open.toSeconds());
    Jws signed = context.identity().sign(request.toJson());
    CeremonySeat repairing =
        CeremonySeat.repairing(
                request.id(), lost.self(), RepairParticipation.kept(seed), roster.hash())
            .withSent(signed);
    context
        .store()
        .change(
            state -> {
              requireLost(state, lost.ceremony());
              SignerState without =
                  open(state, lost.ceremony()).map(state::withEnded).orElse(state);
              return without.withSeat(lost).withSeat(repairing);
            });
    return signed;
  }

  private OperationReport report(RepairRequest request) {
    List<String> page = page(context, request);
    List<String> lines = new ArrayList<>(page);
    lines.add("");
    lines.add("Call each helper: read the fingerprint over a channel that is not the service.");
    lines.add("Then follow the repair: signer repair " + request.roster().ceremony());
    return new OperationReport(
        lines,
        new ObjectWriter()
            .bytes32("id", request.id())
            .text("fingerprint", request.fingerprint())
            .texts("page", page)
            .toJson());
  }

  /** The request in plain words, as everybody reads it. */
  static List<String> page(SignerContext context, RepairRequest request) {
    return new RepairBriefing(
            request, context.identity().publicIdentity().kid(), context.clock().getZone())
        .page();
  }

  private static RepairRequest read(Jws signed) {
    return signed.unverified().read(RepairRequest.TYPE, RepairRequest::read);
  }
}
