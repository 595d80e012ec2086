package org.softpause.authz.system.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.authz.RunningService;
import org.softpause.db.PostgresFixture;

/** Callers of whom nothing is known get little memory and little time, and keep nobody out. */
class SlowCallerTest {
  private static final int LARGEST = 256 * 1024;
  private static final String JSON = "application/json";
  private static final RunningService SERVICE =
      RunningService.start(
          PostgresFixture.shared().newDatabase(),
          "softpause.token.key-file=target/test-token-key.json",
          "softpause.limits.connections=40",
          "softpause.limits.connections-per-address=10",
          "softpause.limits.header-deadline=3s",
          "softpause.limits.body-deadline=3s",
          "softpause.limits.buffered-bodies=2MB",
          "softpause.limits.buffered-bodies-per-address=1MB");

  private final URI open = SERVICE.open().base();
  private final List<RawConnection> connections = new ArrayList<>();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (RawConnection connection : connections) {
      connection.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/nothing | application/json | 404
          /v1/sites   | text/plain       | 415
          /v1/head    | application/json | 405
          """)
  void aBodyThatNobodyTakesIsAnsweredUnread(String path, String mediaType, String status)
      throws IOException {
    RawConnection caller = connect("127.0.0.1").post(path, mediaType, LARGEST);
    assertThat(caller.statusLine()).contains(" " + status);
  }

  @Test
  void aBodyAnnouncedTooLargeIsAnsweredUnread() throws IOException {
    RawConnection caller = connect("127.0.0.1").post("/v1/sites", JSON, LARGEST + 1);
    assertThat(caller.statusLine()).contains(" 413");
  }

  @Test
  void whoDripsHeadersIsCutOff() throws IOException {
    RawConnection caller = connect("127.0.0.1").send("GET / HTTP/1.1\r\nX: ");
    assertThat(caller.isEndedWhileDripping("a")).isTrue();
  }

  @Test
  void whoDripsEmptyLinesIsCutOff() throws IOException {
    assertThat(connect("127.0.0.1").isEndedWhileDripping("\r\n")).isTrue();
  }

  @Test
  void whoDripsABodyIsCutOff() throws IOException {
    RawConnection caller = connect("127.0.0.1").post("/v1/sites", JSON, LARGEST);
    assertThat(caller.isEndedWhileDripping("a")).isTrue();
  }

  @Test
  void whoSendsABodyTooSlowlyIsToldSo() throws IOException {
    RawConnection caller = connect("127.0.0.1").post("/v1/sites", JSON, LARGEST).send("{");
    assertThat(caller.readToEnd()).startsWith("HTTP/1.1 408").contains("too-slow");
  }

  @Test
  void theOperatorsPortIsAsStrict() throws IOException {
    URI admin = SERVICE.admin().base();
    connections.add(RawConnection.to(admin));
    RawConnection caller =
        connections.getLast().post("/admin/enrolment-codes", JSON, LARGEST).send("{");
    assertThat(caller.readToEnd()).startsWith("HTTP/1.1 408");
    connections.add(RawConnection.to(admin));
    caller = connections.getLast().post("/admin/enrolment-codes", JSON, LARGEST + 1);
    assertThat(caller.statusLine()).contains(" 413");
  }

  @Test
  void bodiesThatNeverEndTakeNoMoreMemoryThanTheirShareAndKeepNoBodyOut() throws IOException {
    for (int one = 0; one < 30; one++) {
      connect("127.0.1." + (1 + one % 6))
          .post("/v1/sites", JSON, LARGEST)
          .send(new byte[LARGEST - 1]);
      assertThat(SERVICE.part(BodyBudget.class).held()).isLessThanOrEqualTo(2 << 20);
    }
    var honest = SERVICE.open().post("/v1/sites", " ".repeat(LARGEST));
    assertThat(honest.problem()).isEqualTo("wrong-type");
  }

  @Test
  void aCrowdOfSilentConnectionsKeepsNobodyOut() throws IOException {
    for (int one = 0; one < 120; one++) {
      connect("127.0.0.1");
      assertThat(SERVICE.open().get("/v1/sites").status()).isEqualTo(200);
    }
    assertThat(connections.getFirst().isEnded(Duration.ofSeconds(2))).isTrue();
  }

  @Test
  void anAddressThatOpensMoreConnectionsThanItsShareLosesItsOldest() throws IOException {
    for (int one = 0; one < 11; one++) {
      connect("127.0.2.1");
    }
    assertThat(connections.getFirst().isEnded(Duration.ofSeconds(1))).isTrue();
    assertThat(connections.getLast().isEnded(Duration.ofMillis(200))).isFalse();
  }

  private RawConnection connect(String address) throws IOException {
    connections.add(RawConnection.from(address, open));
    return connections.getLast();
  }
}
