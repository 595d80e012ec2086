package org.softpause.frost.encoding;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoders of a point and a scalar. */
class SignaturesFuzzTest {
  private static final List<Encoding> ENCODINGS =
      List.of(Encoding.SIGNATURE, Encoding.PROOF_OF_POSSESSION);

  static Stream<byte[]> seeds() {
    return ENCODINGS.stream().map(Encoding::golden);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreRefusedOrCanonical(byte[] bytes) {
    ENCODINGS.forEach(encoding -> encoding.requireCanonicalOrRefused(bytes));
  }
}
