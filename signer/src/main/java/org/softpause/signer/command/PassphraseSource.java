package org.softpause.signer.command;

import java.io.Console;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/** Where the passphrase comes from: a file, a descriptor inherited from the caller, or a prompt. */
record PassphraseSource(Optional<Path> file) {
  static PassphraseSource descriptor(int number) {
    return new PassphraseSource(Optional.of(Path.of("/dev/fd/" + number)));
  }

  Passphrase read() {
    return file.map(Passphrase::fromFile).orElseGet(PassphraseSource::prompt);
  }

  private static Passphrase prompt() {
    Console console = Objects.requireNonNull(System.console(), "never null since Java 22");
    if (!console.isTerminal()) {
      throw new StoreException(
          StoreProblem.PASSPHRASE, "there is no terminal to ask on; use --passphrase-file");
    }
    char[] typed = console.readPassword("Passphrase: ");
    if (typed == null) {
      throw new StoreException(StoreProblem.PASSPHRASE, "no passphrase was typed");
    }
    return Passphrase.of(typed);
  }
}
