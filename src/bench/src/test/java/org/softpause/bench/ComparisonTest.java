package org.softpause.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

class ComparisonTest {
  private static final Comparison VERIFY = new Comparison("verify", "verify", "A.verify", "A.bare");

  static Stream<String> benchmarks() {
    return Comparisons.all().stream()
        .flatMap(comparison -> Stream.of(comparison.figure(), comparison.reference()))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void everyFigureAndReferenceIsThereToBeMeasured(String benchmark)
      throws ReflectiveOperationException {
    List<String> parts = List.of(benchmark.split("[./]", -1));
    Class<?> measured = Class.forName("org.softpause.bench." + parts.getFirst());
    assertThat(measured.getMethods())
        .filteredOn(method -> method.isAnnotationPresent(Benchmark.class))
        .extracting(Method::getName)
        .contains(parts.get(1));
    if (parts.size() > 2) {
      assertThat(
              Objects.requireNonNull(measured.getField("size").getAnnotation(Param.class)).value())
          .contains(parts.get(2));
    }
  }

  @Test
  void aRowSaysFigureReferenceRatioAndAim() {
    assertThat(VERIFY.atMost(1.15).row(Map.of("A.verify", 110.0, "A.bare", 100.0)))
        .isEqualTo("| verify | 110.0 µs | 100.0 µs | 1.10 | ≤ 1.15 × | met |");
    assertThat(VERIFY.atMost(2).withinMillis(5).row(Map.of("A.verify", 6_000.0, "A.bare", 5_000.0)))
        .isEqualTo("| verify | 6.00 ms | 5.00 ms | 1.20 | ≤ 2.00 ×, ≤ 5 ms | missed |");
    assertThat(VERIFY.row(Map.of("A.verify", 1.0, "A.bare", 4.0)))
        .isEqualTo("| verify | 1.0 µs | 4.0 µs | 0.25 |  |  |");
  }

  @Test
  void aRowWithoutItsReferenceIsNotPrinted() {
    assertThatThrownBy(() -> VERIFY.row(Map.of("A.verify", 1.0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A.bare was not measured");
  }

  @Test
  void theStepsOfAnEvaluationAreCountedAsTheyAreTaken() {
    assertThat(GroupSteps.ofEvaluation(2, 3)).isEqualTo(new GroupSteps(0, 9));
    assertThat(GroupSteps.ofEvaluation(5, 2)).isEqualTo(new GroupSteps(7, 20));
  }
}
