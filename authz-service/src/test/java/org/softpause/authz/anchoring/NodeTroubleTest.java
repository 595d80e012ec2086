package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class NodeTroubleTest {
  private final NodeTrouble trouble = new NodeTrouble("sending");

  @Test
  void theLogHasATroubleOnceUntilItChangesOrEnds() {
    try (LogLines log = new LogLines(NodeTrouble.class)) {
      trouble.clear();
      trouble.report(new IOException("refused"));
      trouble.report(new IOException("refused"));
      trouble.report(new IOException("timed out"));
      trouble.clear();
      trouble.clear();
      assertThat(log.lines())
          .satisfiesExactly(
              first -> assertThat(first).endsWith("refused"),
              second -> assertThat(second).endsWith("timed out"),
              end -> assertThat(end).endsWith("answers again"));
    }
  }

  @Test
  void theLastFailureIsKnownWhileItLasts() {
    assertThat(trouble.words()).isNull();
    trouble.report(new IOException("refused"));
    assertThat(trouble.words()).contains("refused");
    trouble.clear();
    assertThat(trouble.words()).isNull();
  }
}
