package org.softpause.signer.command.option;

import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/**
 * A passphrase from a file, a descriptor inherited from the caller, or a prompt. It is read once a
 * run: a pipe gives its bytes to one reader only.
 */
public final class PassphraseSource {
  private final Optional<Path> file;
  private final Prompt prompt;
  private @Nullable Passphrase kept;

  /** Lets somebody type what nobody sees; the caller wipes it. */
  @FunctionalInterface
  public interface Prompt {
    char[] ask(String question);
  }

  public PassphraseSource(Optional<Path> file, Prompt prompt) {
    this.file = file;
    this.prompt = prompt;
  }

  /** From that file, or typed at the terminal. */
  public static PassphraseSource of(Optional<Path> file) {
    return new PassphraseSource(file, PassphraseSource::atTerminal);
  }

  public static PassphraseSource descriptor(int number) {
    return of(Optional.of(Path.of("/dev/fd/" + number)));
  }

  /**
   * One that something is sealed under already.
   *
   * @param what it is the passphrase of
   * @throws StoreException PASSPHRASE
   */
  public Passphrase known(String what) {
    if (kept == null) {
      kept =
          file.map(Passphrase::fromFile)
              .orElseGet(() -> Passphrase.of(prompt.ask("Passphrase of " + what + ": ")));
    }
    return kept;
  }

  /**
   * One that is chosen now, and so typed twice.
   *
   * @param what it will be the passphrase of
   * @throws StoreException PASSPHRASE, also if what was typed differs
   */
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
