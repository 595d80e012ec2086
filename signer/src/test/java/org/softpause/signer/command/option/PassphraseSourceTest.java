package org.softpause.signer.command.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

class PassphraseSourceTest {
  private final List<String> questions = new ArrayList<>();

  @Test
  void aKnownPassphraseIsAskedForOnceARunAndByItsName() {
    PassphraseSource source = typing("correct horse");

    Passphrase first = source.known("the key store");

    assertThat(source.known("the backup")).isSameAs(first);
    assertThat(questions).containsExactly("Passphrase of the key store: ");
  }

  @Test
  void aChosenOneIsTypedTwiceAndThenKnown() {
    PassphraseSource source = typing("correct horse", "correct horse");

    Passphrase chosen = source.chosen("the key store");

    assertThat(source.known("the key store")).isSameAs(chosen);
    assertThat(questions).containsExactly("New passphrase of the key store: ", "The same again: ");
  }

  @Test
  void aMistypedRepetitionIsRefused() {
    PassphraseSource source = typing("correct horse", "correct house");

    assertThatThrownBy(() -> source.chosen("the key store"))
        .isInstanceOfSatisfying(
            StoreException.class,
            refused -> assertThat(refused.problem()).isEqualTo(StoreProblem.PASSPHRASE))
        .hasMessage("what was typed twice differs");
  }

  private PassphraseSource typing(String... answers) {
    Deque<String> left = new ArrayDeque<>(List.of(answers));
    return new PassphraseSource(
        Optional.empty(),
        question -> {
          questions.add(question);
          return left.removeFirst().toCharArray();
        });
  }
}
