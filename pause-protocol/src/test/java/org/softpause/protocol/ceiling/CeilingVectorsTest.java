package org.softpause.protocol.ceiling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.ceiling.CeilingCase.Moment;

class CeilingVectorsTest {
  static Stream<CeilingCase> published() throws IOException {
    return CeilingVectors.read(CeilingVectors.published()).stream();
  }

  @Test
  void thePublishedFileIsWhatTheReferenceReckons() throws IOException {
    assertThat(new String(CeilingVectors.published(), UTF_8)).isEqualTo(CeilingVectors.text());
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyPublishedCeilingIsReproduced(CeilingCase vector) {
    CeilingCalculator reckoning = new CeilingCalculator(vector.parameters(), vector.site());
    assertThat(vector.moments()).isNotEmpty();
    for (Moment moment : vector.moments()) {
      SiteCeiling ceiling = reckoning.atWorst(vector.reductions(), moment.proven(), moment.clock());
      assertThat(ceiling.bps())
          .as("%s at %s", vector.name(), moment)
          .isEqualTo(moment.ceilingBps());
      assertThat(ceiling.allowedPflops())
          .as("%s at %s", vector.name(), moment)
          .isEqualTo(moment.allowedPflops());
      if (moment.proven() == moment.clock()) {
        assertThat(reckoning.at(vector.reductions(), moment.clock())).isEqualTo(ceiling);
      }
    }
  }
}
