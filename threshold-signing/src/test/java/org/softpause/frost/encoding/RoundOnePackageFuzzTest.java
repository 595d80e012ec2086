package org.softpause.frost.encoding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoders of several points and a proof. */
class RoundOnePackageFuzzTest {
  private static final List<Encoding> ENCODINGS = List.of(Encoding.ROUND_ONE_PACKAGE);

  static Stream<byte[]> seeds() {
    return ENCODINGS.stream().map(Encoding::golden);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreRefusedOrCanonical(byte[] bytes) {
    ENCODINGS.forEach(encoding -> encoding.requireCanonicalOrRefused(bytes));
  }
}
