package org.softpause.frost.dkg;

import java.util.ArrayList;
import java.util.List;
import org.softpause.frost.Element;

/**
 * Evaluates a committed polynomial at 1, 2, 3, …, n, faster than at each alone. Around zero, f(x)
 * and f(-x) share their even and their odd half; each further value takes t additions by finite
 * differences.
 */
final class FiniteDifferences {
  private final List<Element> even = new ArrayList<>();
  private final List<Element> odd = new ArrayList<>();
  private final int reach;

  /** Takes at least two coefficients, the constant one first. */
  FiniteDifferences(List<Element> coefficients) {
    for (int k = 0; k < coefficients.size(); k++) {
      (k % 2 == 0 ? even : odd).add(coefficients.get(k));
    }
    reach = coefficients.size() / 2;
  }

  /** f(1)·G .. f(n)·G. */
  List<Element> values(int n) {
    List<Element> around = aroundZero();
    List<Element> values = new ArrayList<>(around.subList(reach + 1, around.size()));
    List<Element> differences = backwardDifferences(around);
    while (values.size() < n) {
      for (int k = differences.size() - 2; k >= 0; k--) {
        differences.set(k, differences.get(k).plus(differences.get(k + 1)));
      }
      values.add(differences.getFirst());
    }
    return values.subList(0, n);
  }

  /** f(-reach)·G .. f(reach)·G: at least as many values as there are coefficients. */
  private List<Element> aroundZero() {
    List<Element> values = new ArrayList<>(List.of(even.getFirst()));
    for (int x = 1; x <= reach; x++) {
      Element evenHalf = horner(even, x * x);
      Element oddHalf = horner(odd, x * x).timesSmall(x);
      values.addFirst(evenHalf.minus(oddHalf));
      values.addLast(evenHalf.plus(oddHalf));
    }
    return values;
  }

  private static Element horner(List<Element> coefficients, int x) {
    Element value = coefficients.getLast();
    for (Element coefficient : coefficients.reversed().subList(1, coefficients.size())) {
      value = value.timesSmall(x).plus(coefficient);
    }
    return value;
  }

  /** At k the k-th backward difference at the last of these values. */
  private static List<Element> backwardDifferences(List<Element> values) {
    List<Element> differences = new ArrayList<>(values.reversed());
    for (int order = 1; order < differences.size(); order++) {
      for (int k = differences.size() - 1; k >= order; k--) {
        differences.set(k, differences.get(k - 1).minus(differences.get(k)));
      }
    }
    return differences;
  }
}
