package org.softpause.signer.command.option;

import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.signer.operation.Passphrases;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/**
 * A passphrase from a file, from a descriptor inherited from the caller, or from a prompt. It is
 * read once in a run, because a pipe gives its bytes to one reader only.
 */
public final class PassphraseSource implements Passphrases {
  private final Optional<Path> file;
  private final Prompt prompt;
  private @Nullable Passphrase kept;

  /** Lets somebody type characters that nobody sees; the caller wipes them. */
  @FunctionalInterface
  public interface Prompt {
    char[] ask(String question);
  }

  public PassphraseSource(Optional<Path> file, Prompt prompt) {
    this.file = file;
    this.prompt = prompt;
  }

  /** A passphrase from this file, or typed at the terminal if there is none. */
  public static PassphraseSource of(Optional<Path> file) {
    return new PassphraseSource(file, PassphraseSource::atTerminal);
  }

  /** A passphrase from this file. */
  public static PassphraseSource file(Path file) {
    return of(Optional.of(file));
  }

  /** A passphrase from a file descriptor that the caller opened. */
  public static PassphraseSource descriptor(int number) {
    return of(Optional.of(Path.of("/dev/fd/" + number)));
  }

  @Override
  public Passphrase known(String what) {
    if (kept == null) {
      kept =
          file.map(Passphrase::fromFile)
              .orElseGet(() -> Passphrase.of(prompt.ask("Passphrase of " + what + ": ")));
    }
    return kept;
  }

  @Override
  public Passphrase chosen(String what) {
    if (kept == null) {
      kept = file.map(Passphrase::fromFile).orElseGet(() -> typedTwice(what));
    }
    return kept;
  }

  private Passphrase typedTwice(String what) {
    char[] first = prompt.ask("New passphrase of " + what + ": ");
    char[] second = prompt.ask("The same again: ");
    boolean same = Arrays.equals(first, second);
    Arrays.fill(second, '\0');
    if (!same) {
      Arrays.fill(first, '\0');
      throw new StoreException(StoreProblem.PASSPHRASE, "what was typed twice differs");
    }
    return Passphrase.of(first);
  }

  private static char[] atTerminal(String question) {
    Console console = Objects.requireNonNull(System.console(), "never null since Java 22");
    if (!console.isTerminal()) {
      throw new StoreException(
          StoreProblem.PASSPHRASE, "there is no terminal to ask on; use --passphrase-file");
    }
    char[] typed = console.readPassword("%s", question);
    if (typed == null) {
      throw new StoreException(StoreProblem.PASSPHRASE, "no passphrase was typed");
    }
    return typed;
  }
}
