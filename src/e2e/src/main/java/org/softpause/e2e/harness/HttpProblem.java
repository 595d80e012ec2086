package org.softpause.e2e.harness;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Thrown for an HTTP error; has the status and the rule that the problem detail names. */
public final class HttpProblem extends RuntimeException {

  private static final String RULES = "urn:softpause:problem:";

  private final int status;
  private final String rule;

  private HttpProblem(int status, String rule, String message) {
    super(message);
    this.status = status;
    this.rule = rule;
  }

  static HttpProblem of(HttpRequest request, HttpResponse<String> response) {
    String type = "";
    String detail = response.body();
    try {
      JsonNode problem = JsonTree.parse(response.body());
      type = problem.path("type").asString("");
      detail = problem.path("detail").asString("");
    } catch (JacksonException notJson) {
      detail = notJson.getOriginalMessage() + " in " + detail;
    }
    String rule = type.startsWith(RULES) ? type.substring(RULES.length()) : type;
    String what = request.method() + " " + request.uri().getPath();
    return new HttpProblem(
        response.statusCode(),
        rule,
        what + " answered " + response.statusCode() + " " + rule + ": " + detail);
  }

  public int status() {
    return status;
  }

  /** The slug of the rule, or an empty text if the answer was not a problem detail. */
  public String rule() {
    return rule;
  }
}
