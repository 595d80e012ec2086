package org.softpause.auditor.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Plain reads from a service, with a limit on time and on bytes. */
public final class ServiceReader {
  private static final int OK = 200;

  private final HttpClient http;
  private final URI service;
  private final Duration timeout;

  /** Nothing is sent before the first read. */
  public ServiceReader(HttpClient http, URI service, Duration timeout) {
    this.http = http;
    this.service = service;
    this.timeout = timeout;
  }

  /** The address, without a slash at its end. */
  public String name() {
    return service.toString().replaceFirst("/+$", "");
  }

  /**
   * The body.
   *
   * @throws IOException if there is none within the limits
   */
  public byte[] get(String path, int maxBytes) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(name() + path)).timeout(timeout).GET().build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK) {
        throw new IOException(path + ": HTTP status " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException late) {
      throw new IOException(path + ": no answer within " + timeout, late);
    } catch (ExecutionException failed) {
      throw new IOException(path + ": " + name() + " cannot be asked", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(path + ": interrupted", interrupted);
    } finally {
      answer.cancel(true);
    }
  }
}
