package org.softpause.e2e.committee;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import tools.jackson.databind.JsonNode;

/** The hostile part of the program: it approves everything and answers with random shares. */
final class HostileVotes {
  private final HostileServiceClient board;
  private final SoftwareIdentity identity;
  private final HostileCeremonyMember.Taken seat;
  private final SecureRandom random;
  private final Clock clock;
  private final PrintStream out;
  private final Bytes32 roster;
  private final Set<Bytes32> approved = new HashSet<>();
  private long number;

  HostileVotes(
      HostileServiceClient board,
      SoftwareIdentity identity,
      HostileCeremonyMember.Taken seat,
      SecureRandom random,
      Clock clock,
      PrintStream out) {
    this.board = board;
    this.identity = identity;
    this.seat = seat;
    this.random = random;
    this.clock = clock;
    this.out = out;
    this.roster = seat.roster().hash();
  }

  void cast() {
    board
        .get("/v1/decisions?open=true&limit=100")
        .ifPresent(page -> page.path("decisions").forEach(this::treat));
  }

  private void treat(JsonNode line) {
    Bytes32 id = Bytes32.parse(line.path("id").asString());
    if (approved.add(id)) {
      Jws ballot = ballot(id, line.path("decision").path("epoch").asLong());
      int status = board.post("/v1/decisions/" + id + "/ballots", "ballot", ballot);
      out.println((status == 201 ? "approved " : "refused ") + id);
    }
    board
        .get(
            "/v1/decisions/%s/signing-package?roster=%s&identifier=%d"
                .formatted(id, roster, self().value()))
        .map(offer -> Bytes32.parse(offer.path("package").asString()))
        .ifPresent(
            asked ->
                board.post(
                    "/v1/decisions/" + id + "/signature-shares", "share", garbage(id, asked)));
  }

  private Jws ballot(Bytes32 id, long epoch) {
    return identity.sign(
        new Ballot(id, roster, epoch, self(), now(), new Ballot.Approve(commitment())).toJson());
  }

  private Jws garbage(Bytes32 id, Bytes32 asked) {
    byte[] share = new byte[32];
    random.nextBytes(share);
    share[0] = 0;
    return identity.sign(
        new ShareDocument(
                id, roster, self(), asked, SignatureShare.decode(share), commitment(), now())
            .toJson());
  }

  private NonceCommitment commitment() {
    number++;
    return new NonceCommitment(
        number, RoundOne.commit(seat.key().signingShare(), random).commitments());
  }

  private Identifier self() {
    return seat.key().identifier();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
