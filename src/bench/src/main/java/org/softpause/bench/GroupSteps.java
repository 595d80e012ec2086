package org.softpause.bench;

/** How many doublings and additions of points something takes. */
record GroupSteps(long doublings, long additions) {

  /**
   * A committed polynomial of t coefficients at 1..n. The values at ±1..±t/2 come two at a time
   * from the even and the odd half, by Horner's rule; each further one takes as many additions as
   * there are differences.
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

  /** Of a product by a small number. */
  private static int doublings(int k) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(k) - 1;
  }

  private static int additions(int k) {
    return Integer.bitCount(k) - 1;
  }
}
