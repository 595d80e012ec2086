package org.softpause.frost;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Sums many products in variable time by Pippenger's buckets, for public values only. Each scalar
 * is written in signed digits; for each place, elements with the same digit are added up first, so
 * that a long sum costs little more than one addition for each element and place.
 */
final class Pippenger {
  private final int width;
  private final int places;
  private final int[][] digits;
  private final List<Element> elements;

  private Pippenger(List<BigInteger> scalars, List<Element> elements, int bits) {
    this.elements = elements;
    width = width(elements.size());
    places = (bits + 1) / width + 1;
    digits = new int[elements.size()][];
    Arrays.setAll(digits, i -> signedDigits(scalars.get(i)));
  }

  /**
   * Chooses the width of digits. Wider ones mean fewer places but more buckets in each; the costs
   * balance near log2(size) - 2.
   */
  private static int width(int size) {
    return Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(size) - 3);
  }

  /**
   * Sums scalar times element over two lists of the same length.
   *
   * @param bits a bound on the scalars' bit length; they are not negative
   */
  static Element sum(List<BigInteger> scalars, List<Element> elements, int bits) {
    return new Pippenger(scalars, elements, bits).sum();
  }

  /** Splits a scalar into digits of -2^(w-1) .. 2^(w-1) - 1, the lowest first. */
  private int[] signedDigits(BigInteger scalar) {
    int[] result = new int[places];
    int carry = 0;
    for (int place = 0; place < places; place++) {
      int digit = carry;
      for (int bit = 0; bit < width; bit++) {
        digit += scalar.testBit(place * width + bit) ? 1 << bit : 0;
      }
      carry = digit >>> (width - 1) == 0 ? 0 : 1;
      result[place] = digit - (carry << width);
    }
    return result;
  }

  private Element sum() {
    Element sum = Element.IDENTITY;
    for (int place = places - 1; place >= 0; place--) {
      for (int bit = 0; bit < width; bit++) {
        sum = sum.twice();
      }
      sum = sum.plus(weighted(buckets(place)));
    }
    return sum;
  }

  /**
   * Puts at index d - 1 the sum of all elements whose digit at this place is d, and subtracts those
   * whose digit is -d.
   */
  private Element[] buckets(int place) {
    Element[] buckets = new Element[1 << (width - 1)];
    Arrays.fill(buckets, Element.IDENTITY);
    for (int i = 0; i < digits.length; i++) {
      int digit = digits[i][place];
      if (digit > 0) {
        buckets[digit - 1] = buckets[digit - 1].plus(elements.get(i));
      } else if (digit < 0) {
        buckets[-digit - 1] = buckets[-digit - 1].plus(elements.get(i).negate());
      }
    }
    return buckets;
  }

  /** The sum of d times the d-th bucket, by running sums from the top. */
  private static Element weighted(Element[] buckets) {
    Element running = Element.IDENTITY;
    Element sum = Element.IDENTITY;
    for (int d = buckets.length - 1; d >= 0; d--) {
      running = running.plus(buckets[d]);
      sum = sum.plus(running);
    }
    return sum;
  }
}
