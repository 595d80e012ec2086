package org.softpause.frost.dkg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.Element;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;

class FiniteDifferencesTest {
  @ParameterizedTest(name = "{0} coefficients at 1 to {1}")
  @CsvSource({"2,1", "2,2", "2,7", "3,2", "3,3", "3,9", "4,4", "5,12", "8,8", "9,30", "16,255"})
  void everyValueIsThatOfThePolynomialThere(int t, int n) {
    List<Element> coefficients = coefficients(t, Scalar.of(new Identifier(7)));
    List<Element> values = PolynomialCommitment.evaluateAll(coefficients, n);
    assertThat(values).hasSize(n);
    for (int x = 1; x <= n; x++) {
      assertThat(values.get(x - 1).normalize())
          .isEqualTo(PolynomialCommitment.evaluate(coefficients, new Identifier(x)).normalize());
    }
  }

  /** f(x) = 1 + x, which is zero at -1, and f(x) = x - 1, which is zero at 1. */
  @ParameterizedTest
  @CsvSource({"1,1", "-1,1", "1,-1"})
  void theIdentityOnTheWayDoesNoHarm(int constant, int slope) {
    List<Element> coefficients = List.of(times(constant), times(slope));
    List<Element> values = PolynomialCommitment.evaluateAll(coefficients, 4);
    for (int x = 1; x <= 4; x++) {
      assertThat(values.get(x - 1).normalize()).isEqualTo(times(constant + slope * x).normalize());
    }
  }

  private static Element times(int k) {
    Element one = Element.baseTimesSecret(Scalar.of(new Identifier(1)));
    Element multiple = one.timesSmall(Math.abs(k));
    return k < 0 ? Element.baseTimesSecret(Scalar.ZERO).minus(multiple) : multiple;
  }

  private static List<Element> coefficients(int t, Scalar ratio) {
    List<Element> coefficients = new ArrayList<>();
    Scalar each = ratio;
    for (int k = 0; k < t; k++) {
      coefficients.add(Element.baseTimesSecret(each).normalize());
      each = each.times(each).plus(ratio);
    }
    return coefficients;
  }
}
