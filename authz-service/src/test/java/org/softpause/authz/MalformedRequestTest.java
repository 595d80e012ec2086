package org.softpause.authz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every malformed request is answered by a problem detail of a stable type, never a stack trace.
 */
class MalformedRequestTest {
  private final HttpCaller open = RunningService.shared().open();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {                                          | 400 | malformed-json
          []                                         | 400 | wrong-type
          {}                                         | 400 | wrong-type
          {"registration":null}                      | 400 | wrong-type
          {"registration":7}                         | 400 | wrong-type
          {"registration":["a"]}                     | 400 | wrong-type
          {"registration":"a.b.c","more":1}          | 400 | malformed-jws
          {"more":1}                                 | 400 | wrong-type
          {"registration":"a"}                       | 400 | malformed-jws
          {"registration":"a.b.c"}                   | 400 | malformed-jws
          """)
  void aMalformedBodyIsNamed(String body, int status, String problem) {
    var answer = open.post("/v1/jurisdictions", body);
    assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("org.softpause", "Exception", "tools.jackson");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"name":"x","name":"x","regions":[]}  | malformed-json
          {"name":"x","regions":[]} {}          | wrong-type
          {"name":"x","regions":[],"more":true} | unknown-member
          {"name":"x","regions":["276"]}        | wrong-type
          {"name":"x","regions":[2.5]}          | wrong-type
          {"name":"x","regions":[276,null]}     | wrong-type
          {"name":"","regions":[]}              | out-of-range
          """)
  void theManagementPortIsAsStrict(String body, String problem) {
    var answer = RunningService.shared().admin().post("/admin/enrolment-codes", body);
    assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void anOversizedBodyIsRefused() {
    var answer = open.post("/v1/jurisdictions", " ".repeat(256 * 1024 + 1));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("too-large");
  }

  @Test
  void aBodyOfTheLargestSizeIsRead() {
    assertThat(open.post("/v1/jurisdictions", " ".repeat(256 * 1024)).status()).isEqualTo(400);
  }

  @Test
  void anotherMediaTypeIsRefused() {
    var answer = open.post("/v1/jurisdictions", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void anotherMethodIsRefused() {
    assertThat(open.post("/v3/api-docs", "{}").problem()).isEqualTo("method-not-allowed");
  }

  @Test
  void anUnknownPathIsAProblemToo() {
    var answer = open.get("/v1/nothing");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
  }

  @Test
  void theHealthPageIsServedWhereTheOperatorIs() {
    assertThat(
            RunningService.shared().admin().get("/actuator/health").json().at("/status").asString())
        .isEqualTo("UP");
    assertThat(open.get("/actuator/health").status()).isEqualTo(404);
  }

  @Test
  void theApiIsDescribed() {
    assertThat(open.get("/v3/api-docs").json().at("/paths").has("/v1/jurisdictions")).isTrue();
    assertThat(open.get("/swagger-ui/index.html").status()).isEqualTo(200);
  }
}
