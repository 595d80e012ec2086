package org.softpause.signer.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.StrictJson;

/** One request and its answer: bytes, a refusal, or no answer at all. */
record BoundedExchange(HttpClient http) {
  /** A page of the log with every certificate stays well below. */
  static final int MAX_ANSWER = 4 * 1024 * 1024;

  private static final String PROBLEM = "urn:softpause:problem:";
  private static final int MAX_TEXT = 2000;

  /**
   * @throws ServiceRefusal for a status of 400..499
   * @throws UnreachableException for everything else that is not 200..299
   */
  byte[] send(HttpRequest request) {
    HttpResponse<InputStream> response = exchange(request);
    byte[] body = body(request, response);
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return body;
    }
    if (status >= 400 && status < 500) {
      throw refusal(status, body);
    }
    throw new UnreachableException(request.uri() + " answers with status " + status);
  }

  private HttpResponse<InputStream> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (IOException failure) {
      throw new UnreachableException("cannot reach " + request.uri(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted while waiting for " + request.uri(), interrupted);
    }
  }

  private static byte[] body(HttpRequest request, HttpResponse<InputStream> response) {
    try (InputStream stream = response.body()) {
      byte[] body = stream.readNBytes(MAX_ANSWER + 1);
      if (body.length > MAX_ANSWER) {
        throw new UnreachableException(
            request.uri() + " answers with more than " + MAX_ANSWER + " bytes");
      }
      return body;
    } catch (IOException failure) {
      throw new UnreachableException("the answer of " + request.uri() + " broke off", failure);
    }
  }

  private static ServiceRefusal refusal(int status, byte[] body) {
    try {
      LenientObject problem = LenientObject.of(StrictJson.parse(body, MAX_ANSWER));
      String type = problem.text("type", MAX_TEXT);
      String detail = problem.optionalText("detail", MAX_TEXT).orElse("no detail given");
      return new ServiceRefusal(
          status, type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : type, detail);
    } catch (RuleViolation notAProblem) {
      return new ServiceRefusal(status, "http-" + status, "the service refuses without saying why");
    }
  }
}
