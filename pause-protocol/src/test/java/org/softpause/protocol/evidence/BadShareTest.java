package org.softpause.protocol.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/** Alice, bob and carol are asked to sign, and bob sends anything he likes. */
class BadShareTest {
  private static final long SEED = 31;
  private static final TestCeremony COMMITTEE = TestCeremony.threeOfFive(SEED);
  private static final Roster ROSTER = TestCeremony.roster(COMMITTEE.complete());
  private static final Bytes32 DECISION = Bytes32.parse("0x" + "5a".repeat(32));
  private static final int BOB = 2;

  private final SecureRandom random = TestRandom.seeded(SEED + 1);
  private final TreeMap<Identifier, SigningNonces> nonces = new TreeMap<>();
  private final SigningPackageDocument offer = offer();

  @Test
  void aShareThatIsNotOwedNamesItsSender() {
    BadShare evidence = new BadShare(offer, share(BOB, offer.packageHash(), garbage()));
    assertThat(evidence.check(ROSTER).name()).isEqualTo("bob");
  }

  @Test
  void theEvidenceIsADocumentOfItsOwn() {
    BadShare evidence = new BadShare(offer, share(BOB, offer.packageHash(), garbage()));
    byte[] document = CanonicalJson.encode(evidence.toJson());
    assertThat(StrictJson.read(document, 1 << 16, BadShare::read)).isEqualTo(evidence);
  }

  @Test
  void theShareThatIsOwedBlamesNobody() {
    assertRefused(
        Rule.BLAME_UNFOUNDED,
        () -> new BadShare(offer, share(BOB, offer.packageHash(), owed())).check(ROSTER));
  }

  @Test
  void aShareForAnotherPackageBlamesNobody() {
    assertRefused(
        Rule.BLAME_UNFOUNDED,
        () -> new BadShare(offer, share(BOB, DECISION, garbage())).check(ROSTER));
  }

  @Test
  void aMemberThatWasNotAskedIsNotBlamed() {
    assertRefused(
        Rule.BLAME_UNFOUNDED,
        () -> new BadShare(offer, share(4, offer.packageHash(), garbage())).check(ROSTER));
  }

  @Test
  void aShareSignedByAnotherIsNotBobs() {
    Jws forged = signed(3, document(BOB, offer.packageHash(), garbage()));
    assertRefused(Rule.BLAME_UNFOUNDED, () -> new BadShare(offer, forged).check(ROSTER));
  }

  @Test
  void aCommitmentExchangedByTheServiceBlamesNobody() {
    List<Jws> sources = new ArrayList<>(offer.sources());
    sources.set(0, ballot(1));
    var altered = new SigningPackageDocument(DECISION, ROSTER.hash(), offer.packageHash(), sources);
    assertRefused(
        Rule.PACKAGE_HASH_MISMATCH,
        () -> new BadShare(altered, share(BOB, offer.packageHash(), garbage())).check(ROSTER));
  }

  @Test
  void tooFewCommitmentsAreNoPackage() {
    var fewer =
        new SigningPackageDocument(
            DECISION, ROSTER.hash(), offer.packageHash(), offer.sources().subList(0, 2));
    assertRefused(
        Rule.SIGNING_PACKAGE_MALFORMED,
        () -> new BadShare(fewer, share(BOB, offer.packageHash(), garbage())).check(ROSTER));
  }

  @Test
  void thePackageOfAnotherRosterIsRefused() {
    var other =
        new SigningPackageDocument(DECISION, DECISION, offer.packageHash(), offer.sources());
    assertRefused(
        Rule.WRONG_ROSTER,
        () -> new BadShare(other, share(BOB, offer.packageHash(), garbage())).check(ROSTER));
  }

  private SigningPackageDocument offer() {
    List<Jws> sources = List.of(ballot(1), ballot(BOB), ballot(3));
    Bytes32 hash = PackageHash.of(ROSTER.hash(), ROSTER.groupKey(), DECISION, commitments());
    return new SigningPackageDocument(DECISION, ROSTER.hash(), hash, sources);
  }

  private Map<Identifier, SigningCommitments> commitments() {
    TreeMap<Identifier, SigningCommitments> commitments = new TreeMap<>();
    nonces.forEach((member, own) -> commitments.put(member, own.commitments()));
    return commitments;
  }

  private Jws ballot(int member) {
    SigningNonces fresh = RoundOne.commit(COMMITTEE.member(member).key().signingShare(), random);
    nonces.put(new Identifier(member), fresh);
    var approval = new Ballot.Approve(new NonceCommitment(1, fresh.commitments()));
    Ballot ballot =
        new Ballot(DECISION, ROSTER.hash(), 0, new Identifier(member), 1_800_000_000, approval);
    return COMMITTEE.member(member).identity().sign(ballot.toJson());
  }

  private Jws share(int member, Bytes32 packageHash, SignatureShare share) {
    return signed(member, document(member, packageHash, share));
  }

  private static Jws signed(int member, ShareDocument document) {
    return COMMITTEE.member(member).identity().sign(document.toJson());
  }

  private ShareDocument document(int member, Bytes32 packageHash, SignatureShare share) {
    SigningNonces next = RoundOne.commit(COMMITTEE.member(member).key().signingShare(), random);
    return new ShareDocument(
        DECISION,
        ROSTER.hash(),
        new Identifier(member),
        packageHash,
        share,
        new NonceCommitment(2, next.commitments()),
        1_800_000_000);
  }

  private SignatureShare owed() {
    SigningPackage asked = SigningPackage.of(commitments(), DECISION.bytes());
    return RoundTwo.sign(
        COMMITTEE.member(BOB).key(),
        Objects.requireNonNull(nonces.get(new Identifier(BOB))),
        asked);
  }

  private static SignatureShare garbage() {
    byte[] bytes = new byte[32];
    bytes[31] = 9;
    return SignatureShare.decode(bytes);
  }
}
