package org.softpause.frost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.FrostException.InvalidSigningPackage;

/** Alice is member 1, bob 2, carol 3 of a 3-of-5 group. */
class AggregationTest {
  private static final byte[] MESSAGE = "the id of a decision".getBytes(UTF_8);
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);
  private static final Identifier CAROL = new Identifier(3);

  private final SeededRandom random = new SeededRandom(7);
  private final TestGroup group = TestGroup.random(3, 5, random);
  private final TestSigning signing = group.begin(MESSAGE, random, 1, 2, 3);
  private final Map<Identifier, SignatureShare> shares = signing.shares();

  @Test
  void everyHonestShareVerifiesAlone() {
    shares.forEach(
        (signer, share) ->
            Aggregation.verifyShare(signer, share, signing.signingPackage(), group.publicKeys()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aTamperedShareNamesItsSender(int sender) {
    Identifier culprit = new Identifier(sender);
    shares.computeIfPresent(culprit, (signer, share) -> tampered(share));
    assertThat(blamed()).containsExactly(culprit);
  }

  @Test
  void everyTamperedShareIsNamed() {
    shares.computeIfPresent(CAROL, (signer, share) -> tampered(share));
    shares.computeIfPresent(ALICE, (signer, share) -> SignatureShare.decode(new byte[32]));
    assertThat(blamed()).containsExactly(ALICE, CAROL);
  }

  @Test
  void errorsThatCancelInTheSumBlameNobodySinceTheSignatureIsGood() {
    Scalar one = Scalar.of(ALICE);
    shares.computeIfPresent(ALICE, (s, share) -> SignatureShare.of(share.response().plus(one)));
    shares.computeIfPresent(
        BOB, (s, share) -> SignatureShare.of(share.response().plus(one.negate())));
    group.publicKeys().verifyingKey().verify(MESSAGE, signing.aggregate(shares));
  }

  @Test
  void aShareUnderAnothersIdentifierDoesNotVerify() {
    assertThatThrownBy(
            () ->
                Aggregation.verifyShare(
                    ALICE, shareOf(BOB), signing.signingPackage(), group.publicKeys()))
        .isInstanceOf(InvalidSignatureShares.class);
  }

  @Test
  void commitmentsSwappedBetweenSignersMakeNoSignature() {
    Map<Identifier, SigningCommitments> swapped = signing.commitments();
    swapped.put(ALICE, signing.nonces(2).commitments());
    swapped.put(BOB, signing.nonces(1).commitments());
    assertThat(blamed(SigningPackage.of(swapped, MESSAGE), shares))
        .containsExactly(ALICE, BOB, CAROL);
  }

  @Test
  void aShareFromAnotherSigningOfTheSameMessageNamesItsSender() {
    shares.put(ALICE, group.begin(MESSAGE, random, 1, 2, 3).share(1));
    assertThat(blamed()).containsExactly(ALICE);
  }

  @Test
  void sharesForAnotherMessageNameAllTheirSenders() {
    SigningPackage other = SigningPackage.of(signing.commitments(), "another".getBytes(UTF_8));
    assertThat(blamed(other, shares)).containsExactly(ALICE, BOB, CAROL);
  }

  @Test
  void aSingleShareVerificationNamesItsSender() {
    SignatureShare bad = tampered(shareOf(ALICE));
    assertThatThrownBy(
            () -> Aggregation.verifyShare(ALICE, bad, signing.signingPackage(), group.publicKeys()))
        .isInstanceOfSatisfying(
            InvalidSignatureShares.class,
            refusal -> assertThat(refusal.culprits()).containsExactly(ALICE))
        .hasMessage("invalid signature share from [1]");
  }

  @Test
  void aShareOfOneNotInThePackageIsRefused() {
    SignatureShare share = shareOf(ALICE);
    assertThatThrownBy(
            () ->
                Aggregation.verifyShare(
                    new Identifier(4), share, signing.signingPackage(), group.publicKeys()))
        .isInstanceOf(InvalidSigningPackage.class);
  }

  @Test
  void aMissingShareIsRefusedWithoutBlame() {
    shares.remove(BOB);
    assertThatThrownBy(() -> signing.aggregate(shares))
        .isInstanceOfSatisfying(
            InvalidSigningPackage.class, refusal -> assertThat(refusal.culprits()).isEmpty());
  }

  @Test
  void aPackageOfFewerThanTheThresholdOrWithAStrangerIsNotEvenBegunWith() {
    SigningPackage tooFew = group.begin(MESSAGE, random, 1, 2).signingPackage();
    assertThatThrownBy(() -> SigningSession.of(tooFew, group.publicKeys()))
        .isInstanceOf(InvalidSigningPackage.class)
        .hasMessage("2 signers, but 3 must sign");
    TestGroup larger = TestGroup.random(3, 6, random);
    SigningPackage strange = larger.begin(MESSAGE, random, 1, 2, 6).signingPackage();
    assertThatThrownBy(() -> SigningSession.of(strange, group.publicKeys()))
        .isInstanceOf(InvalidSigningPackage.class)
        .hasMessage("signer 6 is not of this group");
  }

  @Test
  void aShareTooManyIsRefused() {
    shares.put(new Identifier(4), shareOf(ALICE));
    assertThatThrownBy(() -> signing.aggregate(shares)).isInstanceOf(InvalidSigningPackage.class);
  }

  private SignatureShare shareOf(Identifier signer) {
    return Optional.ofNullable(shares.get(signer)).orElseThrow();
  }

  private Iterable<Identifier> blamed() {
    return blamed(signing.signingPackage(), shares);
  }

  private Iterable<Identifier> blamed(
      SigningPackage signingPackage, Map<Identifier, SignatureShare> sent) {
    return catchThrowableOfType(
            InvalidSignatureShares.class,
            () -> Aggregation.aggregate(signingPackage, sent, group.publicKeys()))
        .culprits();
  }

  private static SignatureShare tampered(SignatureShare share) {
    byte[] bytes = share.encode();
    bytes[31] ^= 1;
    return SignatureShare.decode(bytes);
  }
}
