package org.softpause.signer.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.hash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.document.PossessionCommitment;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.world.TestCommittee;
import org.softpause.signer.world.TestHttpServer;

/** What the service can prove to alice about her own commitments, and what it cannot. */
class StoreFreshnessTest {
  private static final SeededRandom RANDOM = new SeededRandom(15);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final Membership ALICE = COUNCIL.membership(1);
  private static final Bytes32 ROSTER = COUNCIL.roster().hash();

  private final List<JsonObject> shown = new ArrayList<>();
  private volatile Runnable meanwhile = () -> {};
  private TestHttpServer board;
  private StoreFreshness freshness;

  @BeforeEach
  void aServiceThatShowsWhatItLikes() throws IOException {
    board =
        new TestHttpServer(
            (method, path, body) -> {
              meanwhile.run();
              return path.equals("/v1/committees/" + ROSTER + "/commitments") && !shown.isEmpty()
                  ? TestHttpServer.Answer.of(
                      new ObjectWriter().array("commitments", shown, each -> each).toJson())
                  : TestHttpServer.Answer.problem(404, "not-found");
            });
    freshness = new StoreFreshness(board.client(), COUNCIL.identity(1).publicIdentity());
  }

  @AfterEach
  void close() {
    board.close();
  }

  @Test
  void aServiceThatKnowsNothingProvesNothing() {
    assertThat(freshness.provenNumber(ALICE)).isZero();
    freshness.requireNotBehind(() -> NonceLedger.EMPTY, ALICE);
  }

  @Test
  void ballotsSharesAndProofsOfPossessionEachProveTheNumberInThem() {
    show(1, signed(1, ballot(1, new Ballot.Approve(commitment(7)))));
    assertThat(freshness.provenNumber(ALICE)).isEqualTo(7);
    show(1, signed(1, share(1, commitment(9))));
    assertThat(freshness.provenNumber(ALICE)).isEqualTo(9);
    show(
        1,
        signed(
            1,
            new PossessionCommitment(hash("ceremony"), ALICE.self(), ROSTER, commitment(11))
                .toJson()));
    assertThat(freshness.provenNumber(ALICE)).isEqualTo(11);
  }

  @Test
  void aFolderThatKnowsTheNumberIsNotBehindAndOneThatDoesNotStops() {
    show(1, signed(1, ballot(1, new Ballot.Approve(commitment(7)))));
    freshness.requireNotBehind(() -> NonceLedger.startingAfter(7), ALICE);
    assertRefused(
        Rule.SIGNER_BEHIND,
        () -> freshness.requireNotBehind(() -> NonceLedger.startingAfter(6), ALICE));
  }

  @Test
  void aNumberThatAnotherCommandStoredAndSentMeanwhileIsKnown() {
    AtomicReference<NonceLedger> folder = new AtomicReference<>(NonceLedger.startingAfter(6));
    meanwhile =
        () -> {
          folder.set(NonceLedger.startingAfter(7));
          show(1, signed(1, ballot(1, new Ballot.Approve(commitment(7)))));
        };
    freshness.requireNotBehind(folder::get, ALICE);
    assertThat(folder.get()).isEqualTo(NonceLedger.startingAfter(7));
  }

  @Test
  void whatBobSignedProvesNothingAboutAliceWhoeverItIsShownFor() {
    show(2, signed(2, ballot(2, new Ballot.Approve(commitment(7)))));
    show(1, signed(2, ballot(1, new Ballot.Approve(commitment(8)))));
    assertThat(freshness.provenNumber(ALICE)).isZero();
  }

  @Test
  void aDocumentWithoutACommitmentProvesNothing() {
    show(1, signed(1, ballot(1, new Ballot.Reject("no"))));
    show(1, signed(1, new ObjectWriter().text("type", "softpause-request-v1").toJson()));
    show(1, signed(1, new ObjectWriter().text("type", PossessionCommitment.TYPE).toJson()));
    assertThat(freshness.provenNumber(ALICE)).isZero();
  }

  @Test
  void whatIsNoDocumentIsNoReasonToStop() {
    show(1, "not.a.jws");
    show(1, signed(1, new ObjectWriter().text("type", Ballot.TYPE).toJson()));
    show(1, signed(1, ballot(1, new Ballot.Approve(commitment(3)))));
    assertThat(freshness.provenNumber(ALICE)).isEqualTo(3);
  }

  private void show(int member, String document) {
    shown.add(
        new ObjectWriter()
            .number("identifier", member)
            .number("number", 1_000)
            .text("document", document)
            .toJson());
  }

  private static String signed(int member, JsonObject document) {
    Jws jws = COUNCIL.identity(member).sign(document);
    return jws.compact();
  }

  private static JsonObject ballot(int member, Ballot.Choice choice) {
    return new Ballot(hash("decision"), ROSTER, 0, COUNCIL.membership(member).self(), NOW, choice)
        .toJson();
  }

  private static JsonObject share(int member, NonceCommitment next) {
    byte[] any = new byte[32];
    any[31] = 1;
    return new ShareDocument(
            hash("decision"),
            ROSTER,
            COUNCIL.membership(member).self(),
            hash("package"),
            SignatureShare.decode(any),
            next,
            NOW)
        .toJson();
  }

  private static NonceCommitment commitment(long number) {
    return new NonceCommitment(
        number, RoundOne.commit(ALICE.key().signingShare(), RANDOM).commitments());
  }
}
