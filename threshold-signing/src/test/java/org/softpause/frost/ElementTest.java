package org.softpause.frost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equality of points is the equation that every verification ends in. */
class ElementTest {
  private static final BigInteger P = Element.GROUP.getCurve().getField().getCharacteristic();

  /**
   * A sum in the coordinates in which arithmetic leaves it, and the same point in affine
   * coordinates.
   */
  private final Element sum = Element.BASE.twice().plus(Element.BASE);

  private final Element affine = sum.normalize();

  @Test
  void theSamePointIsEqualInWhateverCoordinatesEitherStands() {
    Element again = Element.BASE.plus(Element.BASE).plus(Element.BASE);
    assertThat(sum).isEqualTo(affine).isEqualTo(again).hasSameHashCodeAs(affine);
    assertThat(affine).isEqualTo(sum).isEqualTo(Element.decode(affine.encode()));
  }

  @Test
  void theMirroredPointOfTheSameXIsAnother() {
    Element mirrored = affine.negate().normalize();
    assertThat(mirrored.x()).isEqualTo(affine.x());
    assertThat(sum).isNotEqualTo(mirrored);
    assertThat(mirrored).isNotEqualTo(sum);
  }

  /** The curve has no term in x, so x times a cube root of one has the same y. */
  @Test
  void aPointOfTheSameYIsAnother() {
    BigInteger cubeRoot =
        BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).divide(BigInteger.valueOf(3)), P);
    Element other = Element.fromCoordinates(affine.x().multiply(cubeRoot).mod(P), affine.y());
    assertThat(other.x()).isNotEqualTo(affine.x());
    assertThat(sum).isNotEqualTo(other);
    assertThat(other).isNotEqualTo(sum);
  }

  @Test
  void theIdentityEqualsItselfAlone() {
    Element zero = sum.minus(affine);
    assertThat(zero.isIdentity()).isTrue();
    assertThat(zero).isEqualTo(Element.IDENTITY);
    assertThat(Element.IDENTITY).isNotEqualTo(affine).isNotEqualTo(sum);
    assertThat(affine).isNotEqualTo(Element.IDENTITY);
    assertThat(sum).isNotEqualTo(Element.IDENTITY);
  }

  @Test
  void aPointIsNothingElse() {
    assertThat(affine).isNotEqualTo(null).isNotEqualTo(affine.toString());
  }

  @Test
  void differentPointsHashDifferently() {
    assertThat(affine.hashCode()).isNotEqualTo(Element.BASE.hashCode());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 127, 128, 255, 256, 65025, Integer.MAX_VALUE})
  void aSmallMultipleIsThatOfTheScalar(int k) {
    Scalar scalar = Scalar.reduce(BigInteger.valueOf(k));
    assertThat(affine.timesSmall(k).normalize())
        .isEqualTo(Element.baseTimesPlus(Scalar.ZERO, scalar, affine).normalize());
  }
}
