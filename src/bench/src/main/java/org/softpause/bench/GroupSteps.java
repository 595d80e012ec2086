package org.softpause.bench;

/** A number of point doublings and point additions. */
record GroupSteps(long doublings, long additions) {

  /**
   * Counts the steps that evaluate a committed polynomial of t coefficients at 1..n. Horner's rule
   * gives the values at ±1..±t/2 in pairs from the even and the odd half; each further value takes
   * one addition for each difference.
   */
  static GroupSteps ofEvaluation(int t, int n) {
    int reach = t / 2;
    long differences = 2L * reach;
    long doublings = 0;
    long additions = differences * (differences + 1) / 2 + differences * Math.max(0, n - reach);
    for (int x = 1; x <= reach; x++) {
      doublings += (t - 2L) * doublings(x * x) + doublings(x);
      additions += (t - 2L) * (additions(x * x) + 1) + additions(x) + 2;
    }
    return new GroupSteps(doublings, additions);
  }

  /** The doublings in a product by a small number. */
  private static int doublings(int k) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(k) - 1;
  }

  private static int additions(int k) {
    return Integer.bitCount(k) - 1;
  }
}
