package org.softpause.bench;

import java.util.List;
import java.util.stream.Stream;

/** The list of all comparisons with their aims. */
final class Comparisons {
  private static final double SIGNING = 1.25;

  private Comparisons() {}

  static List<Comparison> all() {
    return Stream.of(verification(), signing(), keyGeneration()).flatMap(List::stream).toList();
  }

  private static List<Comparison> verification() {
    String verify = "VerifyBenchmark.verify";
    return List.of(
        new Comparison(
                "verify",
                "verify one certificate / one bare sum of two products",
                verify,
                "VerifyBenchmark.sumOfTwoMultiplies")
            .atMost(1.15),
        new Comparison(
            "verify",
            "verify one certificate / the same in C: libsecp256k1 through JNI",
            verify,
            "VerifyBenchmark.libsecp256k1"),
        new Comparison(
            "verify",
            "decode and verify one certificate / one bare sum of two products",
            "VerifyBenchmark.decodeAndVerify",
            "VerifyBenchmark.sumOfTwoMultiplies"),
        new Comparison(
                "replay",
                "replay 1,000 certificates at once / one by one",
                "ReplayBenchmark.batch",
                "ReplayBenchmark.oneByOne")
            .atMost(0.35));
  }

  private static List<Comparison> signing() {
    return Stream.of("3-of-5", "10-of-15", "67-of-100")
        .flatMap(
            size ->
                Stream.of(
                    against("sign", "sign, one signer, both rounds, ", "bothRounds", size),
                    aggregation(size)))
        .toList();
  }

  private static Comparison against(String name, String what, String method, String size) {
    return new Comparison(
            name,
            what + size + " / its bare multiplications",
            "SignBenchmark." + method + "/" + size,
            "SignBenchmark.bareSigning/" + size)
        .atMost(SIGNING);
  }

  private static Comparison aggregation(String size) {
    Comparison comparison =
        new Comparison(
                "aggregate",
                "aggregate and verify, " + size + " / its bare multiplications",
                "SignBenchmark.aggregate/" + size,
                "SignBenchmark.bareAggregation/" + size)
            .atMost(SIGNING);
    return size.equals("67-of-100") ? comparison.withinMillis(5) : comparison;
  }

  private static List<Comparison> keyGeneration() {
    return List.of(
        new Comparison(
                "key-generation",
                "key generation 67-of-100, one participant / its bare group operations",
                "KeyGenerationBenchmark.allSteps",
                "KeyGenerationBenchmark.bareSteps")
            .atMost(1.25)
            .withinMillis(150),
        against("round-two", "round two, nonces read back, ", "roundTwo", "67-of-100")
            .withinMillis(5),
        new Comparison(
                "blame",
                "name 33 bad shares of 67 / its bare multiplications",
                "BlameBenchmark.nameThem",
                "BlameBenchmark.bareNaming")
            .atMost(1.25)
            .withinMillis(50));
  }
}
