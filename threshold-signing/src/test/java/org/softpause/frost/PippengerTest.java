package org.softpause.frost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PippengerTest {
  @Test
  void longSumsAreThoseOfProductsOneByOne() {
    Random dice = new Random(82);
    for (int size : new int[] {1, 2, 3, 15, 16, 17, 40, 130}) {
      List<BigInteger> scalars = new ArrayList<>();
      List<Element> elements = new ArrayList<>();
      Element expected = Element.IDENTITY;
      for (int i = 0; i < size; i++) {
        BigInteger edge = BigInteger.ONE.shiftLeft(dice.nextInt(129)).subtract(BigInteger.ONE);
        scalars.add(i % 3 == 0 ? edge : new BigInteger(128, dice));
        elements.add(Element.baseTimesSecret(Scalar.reduce(new BigInteger(256, dice))).normalize());
        expected =
            expected.plus(
                Element.baseTimesPlus(Scalar.ZERO, Scalar.reduce(scalars.get(i)), elements.get(i)));
      }
      assertThat(Pippenger.sum(scalars, elements, 128)).isEqualTo(expected.normalize());
    }
  }
}
