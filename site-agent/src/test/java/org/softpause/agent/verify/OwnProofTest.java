package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.world.ShortLog;
import org.softpause.agent.world.World;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.LogEntry;

/** What the block sources' own log proves without the service. */
class OwnProofTest {
  private static final long NOW = World.BEGINNING + 10;
  private static final Duration HOUR = Duration.ofHours(1);

  private static final VerifiedLog LOG = ShortLog.LOG;

  private static Optional<OwnProof> proof(int known, List<LogEntry> ownLog, Bytes32 head) {
    SourceAnswer source =
        new SourceAnswer.Head(URI.create("http://node"), 7, World.NOWHERE, NOW, head);
    return OwnProof.of(
        LOG.upTo(known),
        new Evidence(new TokenAnswer.Missing("away"), List.of(), List.of(source), ownLog),
        HOUR,
        NOW);
  }

  @Test
  void whatFollowsTheKnownLogIsProvenAndWhatIsKnownIsSkipped() {
    for (int known = 0; known < 3; known++) {
      for (int from = 0; from <= known; from++) {
        assertThat(proof(known, LOG.entries().subList(from, 3), LOG.head()))
            .contains(new OwnProof(LOG, NOW));
      }
    }
  }

  @Test
  void aLogThatAddsNothingProvesNothing() {
    assertThat(proof(3, LOG.entries(), LOG.head())).isEmpty();
    assertThat(proof(0, List.of(), LOG.heads().getFirst())).isEmpty();
  }

  @Test
  void aLogWhoseHeadTheSourcesDoNotReportProvesNothing() {
    assertThat(proof(1, LOG.entries(), World.NOWHERE)).isEmpty();
    assertThat(proof(1, LOG.entries(), LOG.heads().get(2))).isEmpty();
  }

  @Test
  void aLogWithAHoleOrAnEditProvesNothing() {
    LogEntry last = LOG.entries().getLast();
    assertThat(proof(1, List.of(last), LOG.head())).isEmpty();
    LogEntry later = new LogEntry(3, last.anchoredAt() + 1, last.certificate());
    assertThat(proof(1, List.of(LOG.entries().get(1), later), LOG.head())).isEmpty();
  }
}
