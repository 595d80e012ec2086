package org.softpause.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.softpause.e2e.process.UncheckedInterruptedException;
import tools.jackson.databind.JsonNode;

/** A client of an HTTP API that answers with JSON or problem details. */
public record JsonApi(HttpClient http, URI base) {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  public static JsonApi at(URI base) {
    return new JsonApi(HttpClient.newBuilder().connectTimeout(LIMIT).build(), base);
  }

  public JsonNode get(String path) {
    return JsonTree.parse(text(path));
  }

  /** Returns the body of a resource that is not JSON, such as a token. */
  public String text(String path) {
    return send(request(path).GET().build());
  }

  public JsonNode post(String path, JsonNode body) {
    HttpRequest.BodyPublisher bytes = HttpRequest.BodyPublishers.ofString(JsonTree.write(body));
    return JsonTree.parse(
        send(request(path).header("Content-Type", "application/json").POST(bytes).build()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw HttpProblem.of(request, response);
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri() + " did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedInterruptedException(e);
    }
  }
}
