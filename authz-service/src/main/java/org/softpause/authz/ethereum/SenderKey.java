package org.softpause.authz.ethereum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.softpause.protocol.Address;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

/** The key that pays for gas. It has no other power, since committees sign everything it sends. */
public final class SenderKey {
  private static final int HEX_DIGITS = 64;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Credentials credentials;

  private SenderKey(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * Reads 64 hex digits, with or without {@code 0x}, from a file that only its owner may read.
   *
   * @throws IllegalStateException naming the file and what is wrong with it, but not its contents
   */
  public static SenderKey read(Path file) {
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new IllegalStateException(file + " must have mode 0600");
      }
      String text = Files.readString(file).strip();
      String digits = text.startsWith("0x") ? text.substring(2) : text;
      if (digits.length() != HEX_DIGITS || !digits.chars().allMatch(SenderKey::isHex)) {
        throw new IllegalStateException(file + " must hold a private key of 64 hex digits");
      }
      return new SenderKey(Credentials.create(ECKeyPair.create(new BigInteger(digits, 16))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key file " + file, e);
    }
  }

  private static boolean isHex(int character) {
    return Character.digit(character, 16) >= 0;
  }

  /** The account that pays. */
  public Address address() {
    return Address.parse(credentials.getAddress());
  }

  /** The signed bytes of a transaction, ready to be sent. */
  public byte[] sign(UnsignedTransaction transaction) {
    return TransactionEncoder.signMessage(
        RawTransaction.createTransaction(
            transaction.chainId(),
            BigInteger.valueOf(transaction.nonce()),
            BigInteger.valueOf(transaction.gasLimit()),
            transaction.to().map(Address::toString).orElse(""),
            BigInteger.ZERO,
            transaction.data(),
            transaction.fees().priority(),
            transaction.fees().max()),
        credentials);
  }

  @Override
  public String toString() {
    return "SenderKey[" + address() + "]";
  }
}
