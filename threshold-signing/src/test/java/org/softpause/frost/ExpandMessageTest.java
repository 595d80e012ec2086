package org.softpause.frost;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Implements RFC 9380 sections 5.2 and 5.3.1 again, with the JDK's SHA-256. */
class ExpandMessageTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 200})
  void everyMessageUnderAnyTagHashesAsTheStandardHasIt(int length) throws Exception {
    byte[] message = new byte[length];
    new SeededRandom(length).nextBytes(message);
    for (String tag : new String[] {"t", "FROST-secp256k1-SHA256-v1rho", "x".repeat(255)}) {
      assertThat(new ExpandMessage(tag).toScalar(message).value())
          .isEqualTo(expanded(message, tag).mod(Scalar.ORDER));
    }
  }

  @Test
  void aMessageInPartsIsOneMessage() {
    ExpandMessage tag = new ExpandMessage("t");
    byte[] whole = "abc".getBytes(US_ASCII);
    assertThat(tag.toScalar(new byte[] {'a'}, new byte[0], new byte[] {'b', 'c'}))
        .isEqualTo(tag.toScalar(whole))
        .isNotEqualTo(tag.toScalar());
  }

  private static BigInteger expanded(byte[] message, String tag) throws GeneralSecurityException {
    byte[] end = Arrays.copyOf(tag.getBytes(US_ASCII), tag.length() + 1);
    end[tag.length()] = (byte) tag.length();
    byte[] zero = hash(new byte[64], message, new byte[] {0, 48, 0}, end);
    byte[] one = hash(zero, new byte[] {1}, end);
    byte[] both = new BigInteger(1, zero).xor(new BigInteger(1, one)).or(full()).toByteArray();
    byte[] two = hash(Arrays.copyOfRange(both, both.length - 32, both.length), new byte[] {2}, end);
    return new BigInteger(1, one).shiftLeft(128).add(new BigInteger(1, two).shiftRight(128));
  }

  /** Sets a bit above the 32 bytes, so that leading zeros are kept. */
  private static BigInteger full() {
    return BigInteger.ONE.shiftLeft(256);
  }

  private static byte[] hash(byte[]... parts) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }
}
