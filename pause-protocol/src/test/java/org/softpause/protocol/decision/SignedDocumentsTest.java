package org.softpause.protocol.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;

class SignedDocumentsTest {
  private static final Identity ALICE = SoftwareIdentity.generate(new SeededRandom(1));
  private static final Bytes32 ROSTER = Sha256.hash("roster".getBytes(UTF_8));
  private static final Pause PAUSE = new PauseBuilder().build();
  private static final Bytes32 ID = PAUSE.id(TestRegistry.DOMAIN);
  private static final SigningCommitments COMMITMENTS =
      commitments(TestCommittee.civil("d"), TestCommittee.civil("e"));
  private static final NonceCommitment COMMITMENT = new NonceCommitment(7, COMMITMENTS);

  private static SigningCommitments commitments(TestCommittee hiding, TestCommittee binding) {
    return new SigningCommitments(
        hiding.verifyingKey().element(), binding.verifyingKey().element());
  }

  private static <T> T signedAndRead(
      JsonObject document, String type, Function<ObjectReader, T> codec) {
    Jws jws = Jws.parse(ALICE.sign(document).compact());
    return jws.verify(ALICE.publicIdentity()).read(type, codec);
  }

  private static <T> T read(String json, Function<ObjectReader, T> codec) {
    return StrictJson.read(json.getBytes(UTF_8), 1 << 16, codec);
  }

  private static String text(JsonObject document) {
    return new String(CanonicalJson.encode(document), UTF_8);
  }

  @Test
  void aProposalIsReadBackAndNamesItsDecisionsEpoch() {
    Proposal proposal = new Proposal(TestRegistry.DOMAIN, ROSTER, new Identifier(2), PAUSE);
    assertThat(signedAndRead(proposal.toJson(), Proposal.TYPE, Proposal::read)).isEqualTo(proposal);
    assertThat(proposal.id()).isEqualTo(ID);
    String otherEpoch =
        text(proposal.toJson()).replace("\"epoch\":0,\"identifier\"", "\"epoch\":1,\"identifier\"");
    assertRefused(Rule.WRONG_EPOCH, () -> read(otherEpoch, Proposal::read));
  }

  @Test
  void aBallotIsReadBackWhicheverWayItWent() {
    Ballot yes = new Ballot(ID, ROSTER, 0, new Identifier(1), NOW, new Ballot.Approve(COMMITMENT));
    Ballot no = new Ballot(ID, ROSTER, 0, new Identifier(1), NOW, new Ballot.Reject("too wide"));
    assertThat(signedAndRead(yes.toJson(), Ballot.TYPE, Ballot::read)).isEqualTo(yes);
    assertThat(signedAndRead(no.toJson(), Ballot.TYPE, Ballot::read)).isEqualTo(no);
  }

  @Test
  void aBallotIsOneOfTheTwoAndHasWhatThatNeeds() {
    String yes =
        text(
            new Ballot(ID, ROSTER, 0, new Identifier(1), NOW, new Ballot.Approve(COMMITMENT))
                .toJson());
    assertRefused(
        Rule.MISSING_MEMBER, () -> read(yes.replace("\"approve\"", "\"reject\""), Ballot::read));
    assertRefused(
        Rule.MALFORMED_VALUE, () -> read(yes.replace("\"approve\"", "\"abstain\""), Ballot::read));
    assertRefused(
        Rule.COMMITMENT_MALFORMED,
        () -> read(yes.replace("\"hiding\":\"0x0", "\"hiding\":\"0x1"), Ballot::read));
    assertRefused(Rule.OUT_OF_RANGE, () -> new Ballot.Reject(" "));
    assertRefused(Rule.OUT_OF_RANGE, () -> new Ballot.Reject("x".repeat(2_001)));
  }

  @Test
  void aShareIsReadBackWithTheNextCommitment() {
    byte[] z = new byte[32];
    z[31] = 9;
    ShareDocument share =
        new ShareDocument(
            ID, ROSTER, new Identifier(3), ROSTER, SignatureShare.decode(z), COMMITMENT, NOW);
    assertThat(signedAndRead(share.toJson(), ShareDocument.TYPE, ShareDocument::read))
        .isEqualTo(share);
    String tooLarge = text(share.toJson()).replace("0".repeat(63) + "9", "f".repeat(64));
    assertRefused(Rule.SHARE_MALFORMED, () -> read(tooLarge, ShareDocument::read));
  }

  @Test
  void aDocumentIsNotTakenForOneOfAnotherType() {
    Ballot no = new Ballot(ID, ROSTER, 0, new Identifier(1), NOW, new Ballot.Reject("no"));
    assertRefused(
        Rule.DOCUMENT_TYPE_REFUSED,
        () -> signedAndRead(no.toJson(), Proposal.TYPE, Proposal::read));
  }

  @Test
  void aSigningPackageCarriesItsSourcesVerbatim() {
    Ballot yes = new Ballot(ID, ROSTER, 0, new Identifier(1), NOW, new Ballot.Approve(COMMITMENT));
    SigningPackageDocument document =
        new SigningPackageDocument(ID, ROSTER, ROSTER, List.of(ALICE.sign(yes.toJson())));
    assertThat(read(text(document.toJson()), SigningPackageDocument::read)).isEqualTo(document);
  }

  @Test
  void aRequestIsForOneResourceAndOneMinute() {
    RequestProof proof = new RequestProof("GET", "/v1/decisions/0x1/ballots", NOW);
    assertThat(signedAndRead(proof.toJson(), RequestProof.TYPE, RequestProof::read))
        .isEqualTo(proof);
    proof.check("GET", "/v1/decisions/0x1/ballots", NOW + 60);
    proof.check("GET", "/v1/decisions/0x1/ballots", NOW - 60);
    assertRefused(
        Rule.REQUEST_STALE, () -> proof.check("GET", "/v1/decisions/0x1/ballots", NOW + 61));
    assertRefused(
        Rule.REQUEST_NOT_THIS_ONE, () -> proof.check("GET", "/v1/decisions/0x2/ballots", NOW));
    assertRefused(
        Rule.REQUEST_NOT_THIS_ONE, () -> proof.check("POST", "/v1/decisions/0x1/ballots", NOW));
  }

  @Test
  void aPackageHashIsOverTagRosterKeyMessageAndCommitments() {
    TreeMap<Identifier, SigningCommitments> commitments = new TreeMap<>();
    commitments.put(new Identifier(200), COMMITMENTS);
    commitments.put(
        new Identifier(3), commitments(TestCommittee.civil("e"), TestCommittee.civil("d")));
    TestCommittee group = TestCommittee.civil("group");
    String d = hex(TestCommittee.civil("d").verifyingKey().encode());
    String e = hex(TestCommittee.civil("e").verifyingKey().encode());
    String input =
        hex("softpause-package-v1".getBytes(UTF_8))
            + hex(ROSTER.bytes())
            + hex(group.verifyingKey().encode())
            + hex(ID.bytes())
            + ("0002" + "0003" + e + d + "00c8" + d + e);
    assertThat(PackageHash.of(ROSTER, group.verifyingKey(), ID, commitments))
        .isEqualTo(Sha256.hash(HexFormat.of().parseHex(input)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
