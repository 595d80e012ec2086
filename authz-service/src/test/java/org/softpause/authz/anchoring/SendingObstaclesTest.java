package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.authz.anchoring.SendingObstacles.Kind;

class SendingObstaclesTest {
  private final SendingObstacles obstacles = new SendingObstacles();

  @Test
  void eachKindComesAndGoesOnItsOwn() {
    assertThat(obstacles.reasons()).isEmpty();
    obstacles.report(Kind.FEE_CEILING, Optional.of("too dear"));
    obstacles.report(Kind.NO_SENDER_KEY, Optional.of("no key"));
    assertThat(obstacles.reasons()).contains("no key; too dear");
    obstacles.report(Kind.NO_SENDER_KEY, Optional.empty());
    assertThat(obstacles.reasons()).contains("too dear");
    obstacles.report(Kind.FEE_CEILING, Optional.empty());
    assertThat(obstacles.reasons()).isEmpty();
  }

  @Test
  void whatAnotherReplicaSendsIsNoObstacleHere() {
    obstacles.report(Kind.COUNT_DOUBTED, Optional.of("7"));
    obstacles.forget();
    assertThat(obstacles.reasons()).isEmpty();
  }

  @Test
  void theLogHasAnObstacleOnceForEachReasonAndItsEndOnce() {
    try (LogLines log = new LogLines(SendingObstacles.class)) {
      obstacles.report(Kind.COUNT_DOUBTED, Optional.empty());
      obstacles.report(Kind.COUNT_DOUBTED, Optional.of("8"));
      obstacles.report(Kind.COUNT_DOUBTED, Optional.of("8"));
      obstacles.report(Kind.COUNT_DOUBTED, Optional.of("9"));
      obstacles.report(Kind.COUNT_DOUBTED, Optional.empty());
      obstacles.report(Kind.COUNT_DOUBTED, Optional.empty());
      assertThat(log.lines())
          .containsExactly(
              "sending is kept up (COUNT_DOUBTED): 8",
              "sending is kept up (COUNT_DOUBTED): 9",
              "sending is no longer kept up (COUNT_DOUBTED)");
    }
  }
}
