package org.softpause.protocol.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The network: each request goes out over HTTP. */
public record HttpTransport(HttpClient client) implements Transport {
  @Override
  public TransportResponse send(TransportRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            http(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), request.maxBytes()));
    try {
      HttpResponse<byte[]> response =
          answer.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new TransportResponse(response.statusCode(), response.body());
    } catch (TimeoutException late) {
      HttpTimeoutException failure =
          new HttpTimeoutException("no answer within " + request.timeout());
      failure.initCause(late);
      throw failure;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof HttpTimeoutException late ? late : failure(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      InterruptedIOException failure = new InterruptedIOException("interrupted");
      failure.initCause(interrupted);
      throw failure;
    } finally {
      answer.cancel(true);
    }
  }

  private static IOException failure(ExecutionException failed) {
    return new IOException(String.valueOf(failed.getCause()), failed);
  }

  private static HttpRequest http(TransportRequest request) {
    HttpRequest.Builder http = HttpRequest.newBuilder(request.uri()).timeout(request.timeout());
    request.authorization().ifPresent(value -> http.header("Authorization", value));
    request
        .body()
        .ifPresent(
            json ->
                http.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json)));
    return http.build();
  }
}
