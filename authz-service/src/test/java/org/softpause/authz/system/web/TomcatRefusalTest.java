package org.softpause.authz.system.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.RunningService;

/** No request gets a page of Tomcat's, a stack trace or a failure that is none of ours. */
class TomcatRefusalTest {
  private static final RunningService SERVICE = RunningService.shared();

  private final HttpCaller open = SERVICE.open();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /v1/sites/%00 HTTP/1.1             | 4
          GET /v1/sites/%2f HTTP/1.1             | 4
          GET /v1/sites/%zz HTTP/1.1             | 4
          GET /v1/sites/% HTTP/1.1               | 4
          GET /v1/sites?x=ä HTTP/1.1             | 4
          GET /v1/sites/ü HTTP/1.1               | 4
          CONNECT example.org:443 HTTP/1.1       | 5
          TRACE / HTTP/1.1                       | 4
          FOO /v1/sites HTTP/1.1                 | 4
          GET /v1/sites HTTP/7.1                 | 5
          GET / HTTP/1.1~Expect: foo             | 4
          GET / HTTP/1.1~Content-Length: x       | 4
          GET / HTTP/1.1~Transfer-Encoding: x    | 5
          GET /../../etc HTTP/1.1                | 4
          """)
  void whatTomcatRefusesIsAProblemToo(String head, String kind) throws IOException {
    for (HttpCaller port : new HttpCaller[] {open, SERVICE.admin()}) {
      try (RawConnection caller = RawConnection.to(port.base())) {
        caller.send(
            (head.replace("~", "\r\n") + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        String answer = caller.readToEnd();
        assertThat(answer).startsWith("HTTP/1.1 " + kind).doesNotContain("<", "Exception");
        assertThat(answer)
            .contains("Content-Type: application/problem+json")
            .contains("urn:softpause:problem:");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/jurisdictions",
        "/v1/ceremonies",
        "/v1/decisions",
        "/v1/sites",
        "/v1/nothing",
        "/error"
      })
  void aFormInPartsWithoutBoundaryIsNoFailureOfOurs(String path) {
    var answer = open.post(path, "multipart/form-data", "x".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/yaml", "application/x-yaml", "application/cbor", "text/csv"})
  void whoAcceptsNoJsonIsToldSo(String accepted) {
    var answer = open.get("/v1/jurisdictions", "Accept", accepted);
    assertThat(answer.status()).as(answer.body()).isEqualTo(406);
    assertThat(answer.problem()).isEqualTo("not-acceptable");
    var failed = open.get("/v1/sites/0xzz", "Accept", accepted);
    assertThat(failed.status()).isEqualTo(400);
  }

  @Test
  void thePageForErrorsIsNothingToAskFor() {
    assertThat(open.get("/error").status()).isEqualTo(404);
    assertThat(open.get("/error").problem()).isEqualTo("not-found");
    assertThat(SERVICE.admin().get("/error").problem()).isEqualTo("not-found");
    assertThat(SERVICE.admin().get("/actuator/nothing").problem()).isEqualTo("not-found");
  }

  @Test
  void aTextThatTheDatabaseCannotStoreIsNoCollision() {
    var answer =
        SERVICE.admin().post("/admin/enrolment-codes", "{\"name\":\"a\\u0000b\",\"regions\":[]}");
    assertThat(answer.problem()).as(answer.body()).isIn("not-storable", "out-of-range");
  }
}
