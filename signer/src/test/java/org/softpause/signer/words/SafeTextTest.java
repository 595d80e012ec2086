package org.softpause.signer.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void ordinaryTextOfAnyScriptStaysAsItIs() {
    assertThat(SafeText.line("Côte d’Ivoire, भारत, 中国: 5 %"))
        .isEqualTo("Côte d’Ivoire, भारत, 中国: 5 %");
  }

  @Test
  void anEscapeSequenceBecomesVisible() {
    assertThat(SafeText.line("\u001b[2Jgone")).isEqualTo("<U+001B>[2Jgone");
    assertThat(SafeText.line("\u009b31m")).isEqualTo("<U+009B>31m");
  }

  @Test
  void textThatHidesOrReordersBecomesVisible() {
    assertThat(SafeText.line("\u202egnp")).isEqualTo("<U+202E>gnp");
    assertThat(SafeText.line("a\u200bb")).isEqualTo("a<U+200B>b");
    assertThat(SafeText.line("a\u2028b")).isEqualTo("a<U+2028>b");
  }

  @Test
  void halfASurrogatePairBecomesVisible() {
    assertThat(SafeText.line("a\ud800b")).isEqualTo("a<U+D800>b");
  }

  @Test
  void noControlCharacterSurvives() {
    String all =
        IntStream.rangeClosed(0, 0xffff)
            .filter(c -> c != '\t')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(SafeText.line(all).codePoints().filter(Character::isISOControl)).isEmpty();
  }

  @Test
  void linesAreKeptApartAndCarriageReturnsCannotOverwriteThem() {
    assertThat(SafeText.lines("one\r\ntwo\rthree\tfour"))
        .containsExactly("one", "two", "three  four");
  }
}
