package org.softpause.frost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.FrostException.InvalidSignature;
import org.softpause.frost.FrostException.InvalidSigningPackage;

/** Alice is member 1, bob 2, carol 3 of a 3-of-5 group unless a test says otherwise. */
class SigningTest {
  private static final byte[] MESSAGE = "the id of a decision".getBytes(UTF_8);

  private final SeededRandom random = new SeededRandom(42);
  private final TestGroup group = TestGroup.random(3, 5, random);
  private final VerifyingKey key = group.publicKeys().verifyingKey();

  @ParameterizedTest(name = "{0} of {1}, seed {2}")
  @CsvSource({"2,2,1", "2,3,2", "3,5,3", "5,5,4", "4,9,5", "10,15,6", "2,255,7"})
  void anyThresholdOfTheGroupSigns(int t, int n, long seed) {
    SeededRandom seeded = new SeededRandom(seed);
    TestGroup some = TestGroup.random(t, n, seeded);
    TestSigning signing = some.begin(MESSAGE, seeded, anyOf(t, n, seeded));
    Signature signature = signing.aggregate(signing.shares());
    some.publicKeys().verifyingKey().verify(MESSAGE, Signature.decode(signature.encode()));
  }

  @Test
  void everyThreeOfFiveSign() {
    for (int alice = 1; alice <= 5; alice++) {
      for (int bob = alice + 1; bob <= 5; bob++) {
        for (int carol = bob + 1; carol <= 5; carol++) {
          TestSigning signing = group.begin(MESSAGE, random, alice, bob, carol);
          key.verify(MESSAGE, signing.aggregate(signing.shares()));
        }
      }
    }
  }

  @Test
  void moreThanTheThresholdSign() {
    TestSigning signing = group.begin(MESSAGE, random, 1, 2, 3, 4, 5);
    key.verify(MESSAGE, signing.aggregate(signing.shares()));
  }

  @Test
  void theEmptyMessageAndALongOneAreSigned() {
    for (byte[] message : List.of(new byte[0], new byte[5000])) {
      TestSigning signing = group.begin(message, random, 1, 2, 3);
      key.verify(message, signing.aggregate(signing.shares()));
    }
  }

  @Test
  void oneFewerThanTheThresholdIsRefusedByEverySigner() {
    TestSigning signing = group.begin(MESSAGE, random, 1, 2);
    assertThatThrownBy(() -> signing.share(1))
        .isInstanceOf(InvalidSigningPackage.class)
        .hasMessage("2 signers, but 3 must sign");
  }

  @Test
  void oneFewerThanTheThresholdMakeNoSignatureEvenIfTheyIgnoreTheRule() {
    PublicKeyPackage twoWouldDo = PublicKeyPackage.of(2, key, group.publicKeys().shares());
    TestSigning signing = group.begin(MESSAGE, random, 1, 2);
    SigningPackage signingPackage = signing.signingPackage();
    Map<Identifier, SignatureShare> shares =
        Map.of(
            new Identifier(1), shareUnder(twoWouldDo, 1, signing, signingPackage),
            new Identifier(2), shareUnder(twoWouldDo, 2, signing, signingPackage));
    assertThatThrownBy(() -> Aggregation.aggregate(signingPackage, shares, twoWouldDo))
        .isInstanceOf(InvalidSignature.class)
        .hasMessageContaining("every share verifies, yet their sum does not");
  }

  private SignatureShare shareUnder(
      PublicKeyPackage keys, int member, TestSigning signing, SigningPackage signingPackage) {
    KeyPackage own = new KeyPackage(new Identifier(member), group.key(member).signingShare(), keys);
    return RoundTwo.sign(own, signing.nonces(member), signingPackage);
  }

  @Test
  void aStrangerInThePackageIsRefused() {
    TestGroup larger = TestGroup.random(3, 6, random);
    TestSigning signing = larger.begin(MESSAGE, random, 1, 2, 6);
    SigningPackage signingPackage = signing.signingPackage();
    assertThatThrownBy(() -> RoundTwo.sign(group.key(1), signing.nonces(1), signingPackage))
        .isInstanceOf(InvalidSigningPackage.class)
        .hasMessage("signer 6 is not of this group");
  }

  @Test
  void aSignerLeftOutOfThePackageRefuses() {
    TestSigning signing = group.begin(MESSAGE, random, 1, 2, 3);
    SigningNonces dave = RoundOne.commit(group.key(4).signingShare(), random);
    SigningPackage signingPackage = signing.signingPackage();
    assertThatThrownBy(() -> RoundTwo.sign(group.key(4), dave, signingPackage))
        .isInstanceOf(InvalidSigningPackage.class)
        .hasMessage("signer 4 is not in the package");
  }

  @Test
  void aSignerRefusesAPackageWithOtherCommitmentsAndKeepsItsNonces() {
    TestSigning signing = group.begin(MESSAGE, random, 1, 2, 3);
    Map<Identifier, SigningCommitments> swapped = signing.commitments();
    SigningCommitments bobs = signing.nonces(2).commitments();
    swapped.put(new Identifier(1), bobs);
    SigningPackage forged = SigningPackage.of(swapped, MESSAGE);
    assertThatThrownBy(() -> RoundTwo.sign(group.key(1), signing.nonces(1), forged))
        .isInstanceOf(InvalidSigningPackage.class)
        .hasMessage("the package holds other commitments of this signer");
    key.verify(MESSAGE, signing.aggregate(signing.shares()));
  }

  @Test
  void aPackageForOneSignerCannotBeMade() {
    TestSigning signing = group.begin(MESSAGE, random, 1);
    assertThatThrownBy(signing::signingPackage).isInstanceOf(InvalidSigningPackage.class);
  }

  @Test
  void changingTheCallersMessageOrCommitmentsLeavesThePackageAlone() {
    TestSigning signing = group.begin(MESSAGE, random, 1, 2, 3);
    byte[] message = MESSAGE.clone();
    Map<Identifier, SigningCommitments> commitments = signing.commitments();
    SigningPackage signingPackage = SigningPackage.of(commitments, message);
    message[0] ^= 1;
    commitments.clear();
    signingPackage.message()[0] ^= 1;
    assertThat(signingPackage).isEqualTo(signing.signingPackage());
  }

  @Test
  void aKeyPackageHoldsNoShareButItsOwn() {
    SigningShare bobs = group.key(2).signingShare();
    assertThatThrownBy(() -> new KeyPackage(new Identifier(1), bobs, group.publicKeys()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the signing share is not that of member 1");
  }

  private static int[] anyOf(int t, int n, SeededRandom random) {
    List<Integer> members = new ArrayList<>(IntStream.rangeClosed(1, n).boxed().toList());
    Collections.shuffle(members, random);
    return members.stream().limit(t).mapToInt(Integer::intValue).toArray();
  }
}
