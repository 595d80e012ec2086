package org.softpause.authz.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.Signatories;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.evidence.BadShare;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** alice, bob, carol, dave and erin, three of whom must sign: what happens when two do not. */
class RobustSigningTest {
  private static int ceiling = 1_000;

  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.sharedThatOnlySigns();
  private final Signatories signatories = world.signatories();
  private Bytes32 id;

  /** As nothing is anchored, all stand side by side in one slot, each with its own ceiling. */
  @BeforeEach
  void aDrillIsProposed() {
    Pause drill = world.pause(11).drill(true).ceilingBps(ceiling++).build();
    assertThat(signatories.propose(drill).status()).isEqualTo(201);
    id = drill.id(signatories.domain());
  }

  @Test
  void aSilentMemberIsPassedByAndShownButNotBlamed() {
    approve(1, 2, 3, 4);
    answer(1);
    answer(2);
    assertThat(session(2).at("/members").toString()).isEqualTo("[1,2,4]");
    assertThat(view().at("/silent").toString()).isEqualTo("[3]");
    answer(1);
    answer(2);
    answer(4);
    assertCertifiedBy("[1,2,4]");
    assertThat(view().at("/silent").toString()).isEqualTo("[3]");
    assertThat(view().at("/culprits").toString()).isEqualTo("[]");
    assertThat(group().at("/silent/0/session").asInt()).isEqualTo(1);
  }

  @Test
  void aSlowMemberIsShownNoMoreOnceItHasAnswered() {
    approve(1, 2, 3, 4);
    var slow = signatories.signingPackage(id, 3).orElseThrow();
    answer(1);
    answer(2);
    answer(1);
    answer(2);
    answer(4);
    assertCertifiedBy("[1,2,4]");
    assertThat(signatories.sendShare(id, slow, 3).status()).isEqualTo(201);
    assertThat(view().at("/silent").toString()).isEqualTo("[]");
    assertThat(session(1).at("/missing").toString()).isEqualTo("[]");
  }

  @Test
  void aLiarIsNamedByEvidenceThatAnyoneCanRecompute() {
    approve(1, 2, 3, 4);
    lie(2);
    assertThat(signatories.signingPackage(id, 2)).isEmpty();
    answer(1);
    answer(3);
    answer(1);
    answer(3);
    answer(4);
    assertCertifiedBy("[1,3,4]");
    assertThat(view().at("/culprits").toString()).isEqualTo("[2]");
    assertThat(view().at("/silent").toString()).isEqualTo("[]");
    assertThat(evidence().check(roster()).name()).isEqualTo("bob");
    assertThatThrownBy(() -> against(1).check(roster()))
        .isInstanceOf(RuleViolation.class)
        .hasMessageContaining(Rule.BLAME_UNFOUNDED.slug());
  }

  @Test
  void aBadShareThatComesTooLateStillNamesItsSender() {
    approve(1, 2, 3, 4);
    var first = signatories.signingPackage(id, 2).orElseThrow();
    answer(1);
    answer(3);
    answer(1);
    answer(3);
    answer(4);
    assertCertifiedBy("[1,3,4]");
    assertThat(signatories.sendShare(id, first, 2, one()).problem()).isEqualTo("share-invalid");
    assertThat(view().at("/culprits").toString()).isEqualTo("[2]");
    assertThat(evidence().check(roster()).name()).isEqualTo("bob");
  }

  @Test
  void aMemberThatSendsTwoSharesToOneSessionIsACulpritWhicheverCameFirst() {
    approve(1, 2, 3, 4);
    var first = signatories.signingPackage(id, 2).orElseThrow();
    assertThat(signatories.sendShare(id, first, 2).status()).isEqualTo(201);
    assertThat(signatories.sendShare(id, first, 2, one()).problem()).isEqualTo("share-invalid");
    assertThat(view().at("/culprits").toString()).isEqualTo("[2]");
    answer(1);
    answer(3);
    assertCertifiedBy("[1,2,3]");
  }

  @Test
  void aSecondDocumentWithTheSameShareIsKeptAsAContradiction() {
    approve(1, 2, 3);
    var first = signatories.signingPackage(id, 2).orElseThrow();
    SignatureShare owed = signatories.share(id, first, 2);
    assertThat(signatories.sendShare(id, first, 2, owed).status()).isEqualTo(201);
    assertThat(signatories.sendShare(id, first, 2, owed).problem()).isEqualTo("equivocation");
    assertThat(signatories.sendShare(id, first, 2, owed).problem()).isEqualTo("equivocation");
    assertThat(session(1).at("/shares").size()).isEqualTo(2);
    assertThat(view().at("/culprits").toString()).isEqualTo("[]");
  }

  @Test
  void aShareReplayedIntoAnotherSessionIsABadShareThere() {
    approve(1, 2, 3, 4);
    var first = signatories.signingPackage(id, 1).orElseThrow();
    SignatureShare ofFirst = signatories.share(id, first, 1);
    Jws document = signatories.shareDocument(id, first, 1, ofFirst);
    assertThat(signatories.send(id, document).status()).isEqualTo(201);
    answer(2);
    var second = signatories.signingPackage(id, 1).orElseThrow();
    assertThat(second.packageHash()).isNotEqualTo(first.packageHash());
    assertThat(signatories.send(id, document).status()).isEqualTo(200);
    assertThat(session(2).at("/missing").toString()).isEqualTo("[1,2,4]");
    assertThat(signatories.sendShare(id, second, 1, ofFirst).problem()).isEqualTo("share-invalid");
    assertThat(view().at("/culprits").toString()).isEqualTo("[1]");
  }

  @Test
  void anApproverWhoRejectsIsAskedNoMore() {
    approve(1, 2, 3, 4);
    assertThat(signatories.reject(id, 3, "not after all").status()).isEqualTo(201);
    assertThat(signatories.signingPackage(id, 3)).isEmpty();
    answer(1);
    answer(2);
    answer(1);
    answer(2);
    answer(4);
    assertCertifiedBy("[1,2,4]");
  }

  @Test
  void aMemberHasOneOpenPackageAtATime() {
    approve(1, 2, 3, 4, 5);
    answer(1);
    assertThat(packageOf(1)).isEqualTo(packageOf(4)).isEqualTo(packageOf(5));
    assertThat(packageOf(2)).isEqualTo(packageOf(3)).isNotEqualTo(packageOf(1));
  }

  @Test
  void nobodyIsAskedOnceTheDecisionIsSigned() {
    approve(1, 2, 3);
    IntStream.rangeClosed(1, 3).forEach(this::answer);
    assertCertifiedBy("[1,2,3]");
    String path = "/v1/decisions/" + id + "/signing-package?roster=" + signatories.roster();
    assertThat(open().get(path).status()).isEqualTo(410);
    assertThat(open().get(path + "&identifier=1").problem()).isEqualTo("signing-closed");
    assertThat(open().get(path + "&identifier=0").problem()).isEqualTo("out-of-range");
  }

  @Test
  void aNumberThatAMemberHasUsedBeforeIsRefusedAndTheHighestIsShown() {
    assertThat(signatories.approve(id, 5, 1_000_000).status()).isEqualTo(201);
    Bytes32 before = id;
    aDrillIsProposed();
    assertThat(signatories.approve(id, 5, 1_000_000).problem()).isEqualTo("commitment-not-rising");
    assertThat(signatories.approve(id, 5, 999_999).status()).isEqualTo(201);
    JsonNode highest = commitments().get(commitments().size() - 1);
    assertThat(highest.at("/identifier").asInt()).isEqualTo(5);
    assertThat(highest.at("/number").asLong()).isEqualTo(1_000_000);
    Ballot proof =
        Jws.parse(highest.at("/document").asString())
            .verify(signatories.member(5).identity().publicIdentity())
            .read(Ballot.TYPE, Ballot::read);
    assertThat(proof.decision()).isEqualTo(before);
  }

  private JsonNode commitments() {
    return open()
        .get("/v1/committees/" + signatories.roster() + "/commitments")
        .json()
        .at("/commitments");
  }

  private HttpCaller open() {
    return world.service().open();
  }

  private void approve(int... members) {
    for (int member : members) {
      assertThat(signatories.approve(id, member).status()).isEqualTo(201);
    }
  }

  private void answer(int member) {
    var asked = signatories.signingPackage(id, member).orElseThrow();
    assertThat(signatories.sendShare(id, asked, member).status()).isEqualTo(201);
  }

  private void lie(int member) {
    var asked = signatories.signingPackage(id, member).orElseThrow();
    assertThat(signatories.sendShare(id, asked, member, one()).problem())
        .isEqualTo("share-invalid");
  }

  private static SignatureShare one() {
    byte[] one = new byte[32];
    one[31] = 1;
    return SignatureShare.decode(one);
  }

  private Bytes32 packageOf(int member) {
    return signatories.signingPackage(id, member).orElseThrow().packageHash();
  }

  private JsonNode view() {
    return world.decision(id);
  }

  private JsonNode group() {
    return open().get("/v1/decisions/" + id + "/signing").json().at("/groups/0");
  }

  private JsonNode session(int number) {
    return group().at("/sessions/" + (number - 1));
  }

  private void assertCertifiedBy(String members) {
    assertThat(view().at("/state").asString()).isNotIn("PROPOSED", "SIGNING");
    assertThat(view().at("/signers").toString()).isEqualTo(members);
  }

  /** The evidence as anyone downloads it. */
  private BadShare evidence() {
    JsonNode culprit = group().at("/culprits/0");
    return new BadShare(
        offer(session(culprit.at("/session").asInt())), Jws.parse(culprit.at("/share").asString()));
  }

  /** An honest member's share, presented as if it were evidence. */
  private BadShare against(int member) {
    return session(1)
        .at("/shares")
        .valueStream()
        .map(text -> Jws.parse(text.asString()))
        .filter(
            jws ->
                jws.unverified().read(ShareDocument.TYPE, ShareDocument::read).signer().value()
                    == member)
        .map(jws -> new BadShare(offer(session(1)), jws))
        .findFirst()
        .orElseThrow();
  }

  private SigningPackageDocument offer(JsonNode session) {
    return new SigningPackageDocument(
        id,
        signatories.roster(),
        Bytes32.parse(session.at("/package").asString()),
        session.at("/sources").valueStream().map(text -> Jws.parse(text.asString())).toList());
  }

  private Roster roster() {
    String payload = open().get("/v1/committees").json().at("/committees/0/roster").toString();
    return StrictJson.read(payload.getBytes(StandardCharsets.UTF_8), 1 << 20, Roster::read);
  }
}
