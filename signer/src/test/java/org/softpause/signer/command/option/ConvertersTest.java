package org.softpause.signer.command.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ConvertersTest {
  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "90, PT1M30S",
    "90s, PT1M30S",
    "300ms, PT0.3S",
    "10m, PT10M",
    "1h, PT1H",
    "2d, PT48H"
  })
  void spansReadAsPeopleWriteThem(String text, Duration span) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "1.5h", "1w", " 1s", "10000000000"})
  void anythingElseIsNoSpan(String text) {
    assertThatThrownBy(() -> new DurationConverter().convert(text))
        .isInstanceOf(TypeConversionException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "https://example.org", "HTTP://[::1]:1/prefix"})
  void anAddressNamesHttpAndAHost(String text) {
    assertThat(new HttpAddressConverter().convert(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost:8080", "localhost", "ftp://example.org", "http:///x", "a b"})
  void anythingElseIsNoAddressAndTheErrorShowsWhatOneIsLike(String text) {
    assertThatThrownBy(() -> new HttpAddressConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("http://127.0.0.1:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "5%, 500",
    "2.5%, 250",
    "99.99%, 9999",
    "1%, 100",
    "500bps, 500",
    "500, 500",
    "0%, 0"
  })
  void ceilingsAreBasisPointsInside(String text, int bps) {
    assertThat(new BasisPointsConverter().convert(text)).isEqualTo(bps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "-5%", "5.001%", "2.5bps", "2.5", "five", "5 %"})
  void anythingElseIsNoCeiling(String text) {
    assertThatThrownBy(() -> new BasisPointsConverter().convert(text))
        .isInstanceOf(TypeConversionException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"training|1", "inference|2", "mixed|4", "training,mixed|5", "7|7"})
  void classesAreAMaskInside(String text, int mask) {
    assertThat(new HardwareClassesConverter().convert(text)).isEqualTo(mask);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "consumer", "training,", "Training"})
  void anythingElseIsNoClass(String text) {
    assertThatThrownBy(() -> new HardwareClassesConverter().convert(text))
        .isInstanceOf(TypeConversionException.class);
  }
}
