package org.softpause.signer.command.option;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.SecretBytes;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.store.SecretFile;
import picocli.CommandLine.Option;

/** The options that name an identity key in a PKCS#11 token; they come together or not at all. */
public final class Pkcs11Options {
  private static final int MAX_PIN = 255;

  @Option(
      names = "--pkcs11",
      required = true,
      paramLabel = "LIBRARY",
      description = "Take the identity key from a PKCS#11 token: its module's file.")
  private Path library = Path.of("");

  @Option(names = "--pkcs11-slot", description = "The slot's id (default: the first slot).")
  private @Nullable Long slot;

  @Option(names = "--pkcs11-alias", required = true, description = "The key's label.")
  private String alias = "";

  @Option(
      names = "--pkcs11-pin-file",
      required = true,
      paramLabel = "FILE",
      description = "Take the user PIN from the first line of FILE.")
  private Path pinFile = Path.of("");

  /** The key that the options name, with the PIN from its file. */
  public IdentityKey.Token key() {
    byte[] pin = SecretFile.firstLine(pinFile, MAX_PIN);
    SecretBytes secret = SecretBytes.copyOf(pin);
    Arrays.fill(pin, (byte) 0);
    return new IdentityKey.Token(
        library.toAbsolutePath(),
        slot == null ? OptionalLong.empty() : OptionalLong.of(slot),
        alias,
        secret);
  }
}
