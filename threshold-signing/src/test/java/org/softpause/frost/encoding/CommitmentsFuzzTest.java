package org.softpause.frost.encoding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoders of several points. */
class CommitmentsFuzzTest {
  private static final List<Encoding> ENCODINGS =
      List.of(
          Encoding.SIGNING_COMMITMENTS, Encoding.POLYNOMIAL_COMMITMENT, Encoding.SPLIT_COMMITMENT);

  static Stream<byte[]> seeds() {
    return ENCODINGS.stream().map(Encoding::golden);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreRefusedOrCanonical(byte[] bytes) {
    ENCODINGS.forEach(encoding -> encoding.requireCanonicalOrRefused(bytes));
  }
}
