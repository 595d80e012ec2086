package org.softpause.signer.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The kinds of sealed files. The authenticated header names the kind and its version. */
enum SealedFileKind {
  STORE("store"),
  BACKUP("backup"),
  LOG("log");

  static final int LENGTH = 32;

  private final String word;

  SealedFileKind(String word) {
    this.word = word;
  }

  byte[] magic() {
    String text = "softpause signer " + word + " 1\n";
    return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), LENGTH);
  }

  @Override
  public String toString() {
    return word;
  }
}
