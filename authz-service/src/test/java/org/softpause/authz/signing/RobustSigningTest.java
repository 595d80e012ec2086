package org.softpause.authz.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.OpenDecision;
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

/** Signing by alice, bob, carol, dave and erin, of whom three must sign and two do not. */
class RobustSigningTest {
  private static int ceiling = 1_000;

  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.sharedThatOnlySigns();
  private final Signatories signatories = world.signatories();
  private OpenDecision drill;

  /** As nothing is anchored, all stand side by side in one slot, each with its own ceiling. */
  @BeforeEach
  void aDrillIsProposed() {
    Pause pause = world.pause(11).drill(true).ceilingBps(ceiling++).build();
    drill = OpenDecision.proposedBy(signatories, pause);
  }

  @Test
  void aSilentMemberIsPassedByAndShownButNotBlamed() {
    drill.approvedBy(1, 2, 3, 4);
    drill.sharesFrom(1, 2);
    assertThat(drill.session(2).at("/members").toString()).isEqualTo("[1,2,4]");
    assertThat(drill.silent()).containsExactly(3);
    drill.sharesFrom(1, 2, 4);
    drill.assertCertifiedBy(1, 2, 4);
    assertThat(drill.silent()).containsExactly(3);
    assertThat(drill.culprits()).isEmpty();
    assertThat(drill.group().at("/silent/0/session").asInt()).isEqualTo(1);
  }

  @Test
  void aSlowMemberIsShownNoMoreOnceItHasAnswered() {
    drill.approvedBy(1, 2, 3, 4);
    var slow = drill.packageFor(3);
    drill.sharesFrom(1, 2, 1, 2, 4);
    drill.assertCertifiedBy(1, 2, 4);
    assertThat(signatories.sendShare(drill.id(), slow, 3).status()).isEqualTo(201);
    assertThat(drill.silent()).isEmpty();
    assertThat(drill.session(1).at("/missing").toString()).isEqualTo("[]");
  }

  @Test
  void aLiarIsNamedByEvidenceThatAnyoneCanRecompute() {
    drill.approvedBy(1, 2, 3, 4);
    drill.invalidShareFrom(2);
    assertThat(signatories.signingPackage(drill.id(), 2)).isEmpty();
    drill.sharesFrom(1, 3, 1, 3, 4);
    drill.assertCertifiedBy(1, 3, 4);
    assertThat(drill.culprits()).containsExactly(2);
    assertThat(drill.silent()).isEmpty();
    assertThat(evidence().check(roster()).name()).isEqualTo("bob");
    assertThatThrownBy(() -> against(1).check(roster()))
        .isInstanceOf(RuleViolation.class)
        .hasMessageContaining(Rule.BLAME_UNFOUNDED.slug());
  }

  @Test
  void aBadShareThatComesTooLateStillNamesItsSender() {
    drill.approvedBy(1, 2, 3, 4);
    var first = drill.packageFor(2);
    drill.sharesFrom(1, 3, 1, 3, 4);
    drill.assertCertifiedBy(1, 3, 4);
    assertThat(signatories.sendShare(drill.id(), first, 2, OpenDecision.invalidShare()).problem())
        .isEqualTo("share-invalid");
    assertThat(drill.culprits()).containsExactly(2);
    assertThat(evidence().check(roster()).name()).isEqualTo("bob");
  }

  @Test
  void aMemberThatSendsTwoSharesToOneSessionIsACulpritWhicheverCameFirst() {
    drill.approvedBy(1, 2, 3, 4);
    var first = drill.packageFor(2);
    assertThat(signatories.sendShare(drill.id(), first, 2).status()).isEqualTo(201);
    assertThat(signatories.sendShare(drill.id(), first, 2, OpenDecision.invalidShare()).problem())
        .isEqualTo("share-invalid");
    assertThat(drill.culprits()).containsExactly(2);
    drill.sharesFrom(1, 3);
    drill.assertCertifiedBy(1, 2, 3);
  }

  @Test
  void aSecondDocumentWithTheSameShareIsKeptAsAContradiction() {
    drill.approvedBy(1, 2, 3);
    var first = drill.packageFor(2);
    SignatureShare owed = signatories.share(drill.id(), first, 2);
    assertThat(signatories.sendShare(drill.id(), first, 2, owed).status()).isEqualTo(201);
    assertThat(signatories.sendShare(drill.id(), first, 2, owed).problem())
        .isEqualTo("equivocation");
    assertThat(signatories.sendShare(drill.id(), first, 2, owed).problem())
        .isEqualTo("equivocation");
    assertThat(drill.session(1).at("/shares").size()).isEqualTo(2);
    assertThat(drill.culprits()).isEmpty();
  }

  @Test
  void aShareReplayedIntoAnotherSessionIsABadShareThere() {
    drill.approvedBy(1, 2, 3, 4);
    var first = drill.packageFor(1);
    SignatureShare ofFirst = signatories.share(drill.id(), first, 1);
    Jws document = signatories.shareDocument(drill.id(), first, 1, ofFirst);
    assertThat(signatories.send(drill.id(), document).status()).isEqualTo(201);
    drill.sharesFrom(2);
    var second = drill.packageFor(1);
    assertThat(second.packageHash()).isNotEqualTo(first.packageHash());
    assertThat(signatories.send(drill.id(), document).status()).isEqualTo(200);
    assertThat(drill.session(2).at("/missing").toString()).isEqualTo("[1,2,4]");
    assertThat(signatories.sendShare(drill.id(), second, 1, ofFirst).problem())
        .isEqualTo("share-invalid");
    assertThat(drill.culprits()).containsExactly(1);
  }

  @Test
  void anApproverWhoRejectsIsAskedNoMore() {
    drill.approvedBy(1, 2, 3, 4);
    assertThat(signatories.reject(drill.id(), 3, "not after all").status()).isEqualTo(201);
    assertThat(signatories.signingPackage(drill.id(), 3)).isEmpty();
    drill.sharesFrom(1, 2, 1, 2, 4);
    drill.assertCertifiedBy(1, 2, 4);
  }

  @Test
  void aMemberHasOneOpenPackageAtATime() {
    drill.approvedBy(1, 2, 3, 4, 5);
    drill.sharesFrom(1);
    assertThat(packageOf(1)).isEqualTo(packageOf(4)).isEqualTo(packageOf(5));
    assertThat(packageOf(2)).isEqualTo(packageOf(3)).isNotEqualTo(packageOf(1));
  }

  @Test
  void nobodyIsAskedOnceTheDecisionIsSigned() {
    drill.approvedBy(1, 2, 3);
    drill.sharesFrom(1, 2, 3);
    drill.assertCertifiedBy(1, 2, 3);
    String path = "/v1/decisions/" + drill.id() + "/signing-package?roster=" + signatories.roster();
    assertThat(open().get(path).status()).isEqualTo(410);
    assertThat(open().get(path + "&identifier=1").problem()).isEqualTo("signing-closed");
    assertThat(open().get(path + "&identifier=0").problem()).isEqualTo("out-of-range");
  }

  @Test
  void aNumberThatAMemberHasUsedBeforeIsRefusedAndTheHighestIsShown() {
    assertThat(signatories.approve(drill.id(), 5, 1_000_000).status()).isEqualTo(201);
    Bytes32 before = drill.id();
    aDrillIsProposed();
    assertThat(signatories.approve(drill.id(), 5, 1_000_000).problem())
        .isEqualTo("commitment-not-rising");
    assertThat(signatories.approve(drill.id(), 5, 999_999).status()).isEqualTo(201);
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

  private Bytes32 packageOf(int member) {
    return drill.packageFor(member).packageHash();
  }

  /** The evidence as anyone can download it. */
  private BadShare evidence() {
    JsonNode culprit = drill.group().at("/culprits/0");
    return new BadShare(
        offer(drill.session(culprit.at("/session").asInt())),
        Jws.parse(culprit.at("/share").asString()));
  }

  /** An honest member's share, presented as if it were evidence. */
  private BadShare against(int member) {
    return drill
        .session(1)
        .at("/shares")
        .valueStream()
        .map(text -> Jws.parse(text.asString()))
        .filter(
            jws ->
                jws.unverified().read(ShareDocument.TYPE, ShareDocument::read).signer().value()
                    == member)
        .map(jws -> new BadShare(offer(drill.session(1)), jws))
        .findFirst()
        .orElseThrow();
  }

  private SigningPackageDocument offer(JsonNode session) {
    return new SigningPackageDocument(
        drill.id(),
        signatories.roster(),
        Bytes32.parse(session.at("/package").asString()),
        session.at("/sources").valueStream().map(text -> Jws.parse(text.asString())).toList());
  }

  private Roster roster() {
    String payload = open().get("/v1/committees").json().at("/committees/0/roster").toString();
    return StrictJson.read(payload.getBytes(StandardCharsets.UTF_8), 1 << 20, Roster::read);
  }
}
