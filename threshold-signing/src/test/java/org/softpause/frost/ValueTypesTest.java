package org.softpause.frost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.dkg.CeremonyId;

/** Public values compare, hash and print by their content. */
class ValueTypesTest {
  private static final byte[] MESSAGE = "the id of a decision".getBytes(UTF_8);

  private final SeededRandom random = new SeededRandom(29);
  private final TestGroup group = TestGroup.random(2, 3, random);
  private final TestSigning signing = group.begin(MESSAGE, random, 1, 3);
  private final Signature signature = signing.aggregate(signing.shares());

  @Test
  void aSignatureIsItsSixtyFiveBytes() {
    Signature again = Signature.decode(signature.encode());
    TestSigning another = group.begin(MESSAGE, random, 1, 2);
    Signature other = another.aggregate(another.shares());
    sameAndAnother(signature, again, other);
    assertThat(signature).hasToString(HexFormat.of().formatHex(signature.encode()));
  }

  @Test
  void aSignatureHoldsNeitherTheIdentityNorZero() {
    assertThatThrownBy(() -> Signature.of(Element.IDENTITY, signature.response()))
        .isInstanceOf(MalformedEncoding.class);
    assertThatThrownBy(() -> Signature.of(signature.commitment(), Scalar.ZERO))
        .isInstanceOf(MalformedEncoding.class);
  }

  @Test
  void aSignatureShareIsItsThirtyTwoBytes() {
    byte[] one = Scalar.of(new Identifier(1)).encode();
    byte[] two = Scalar.of(new Identifier(2)).encode();
    sameAndAnother(
        SignatureShare.decode(one), SignatureShare.decode(one), SignatureShare.decode(two));
  }

  @Test
  void aCeremonyIdIsItsThirtyTwoBytes() {
    byte[] bytes = new byte[CeremonyId.LENGTH];
    bytes[0] = (byte) 0xa1;
    CeremonyId id = CeremonyId.decode(bytes);
    sameAndAnother(id, CeremonyId.decode(bytes), CeremonyId.decode(new byte[CeremonyId.LENGTH]));
    assertThat(id).hasToString("a1" + "00".repeat(31));
  }

  @Test
  void aSigningPackageIsItsCommitmentsAndMessage() {
    Map<Identifier, SigningCommitments> commitments = signing.commitments();
    SigningPackage one = SigningPackage.of(commitments, MESSAGE);
    sameAndAnother(
        one,
        SigningPackage.of(commitments, MESSAGE.clone()),
        SigningPackage.of(commitments, "another".getBytes(UTF_8)));
    sameAndAnother(one, one, group.begin(MESSAGE, random, 1, 3).signingPackage());
  }

  private static void sameAndAnother(Object one, Object same, Object another) {
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(another);
    assertThat(one).isNotEqualTo(null).isNotEqualTo(one.toString());
    assertThat(one.hashCode()).isNotEqualTo(another.hashCode());
  }
}
