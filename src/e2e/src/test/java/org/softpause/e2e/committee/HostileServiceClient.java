package org.softpause.e2e.committee;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.softpause.e2e.harness.JsonTree;
import org.softpause.e2e.process.UncheckedInterruptedException;
import org.softpause.protocol.jose.Jws;
import tools.jackson.databind.JsonNode;

/** The service client of the hostile program; it treats refusals and lost connections alike. */
record HostileServiceClient(HttpClient http, URI service) {
  static HostileServiceClient at(URI service) {
    return new HostileServiceClient(HttpClient.newHttpClient(), service);
  }

  /** Returns the answer if its status is 200. */
  Optional<JsonNode> get(String path) {
    return send(HttpRequest.newBuilder(service.resolve(path)).GET().build())
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> JsonTree.parse(answer.body()));
  }

  /** Returns the HTTP status, or 0 without an answer. */
  int post(String path, String name, Jws document) {
    String body = JsonTree.write(JsonTree.object().put(name, document.compact()));
    return send(HttpRequest.newBuilder(service.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build())
        .map(HttpResponse::statusCode)
        .orElse(0);
  }

  private Optional<HttpResponse<String>> send(HttpRequest request) {
    try {
      return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedInterruptedException(e);
    }
  }
}
