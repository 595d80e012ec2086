package org.softpause.agent.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Sends GET requests with a limit on the time of the whole exchange and on the size of the answer.
 */
public final class BoundedHttpClient {
  private final HttpClient client;
  private final Duration limit;

  public BoundedHttpClient(Duration limit) {
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Fetches the body of an answer with status 200.
   *
   * @throws EndpointUnreachable if no answer came in time, or one with another status
   * @throws RuleViolation {@link Rule#TOO_LARGE} if the body exceeds its limit
   */
  public byte[] get(URI address, int maxBytes) throws EndpointUnreachable, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(limit).build();
    CompletableFuture<HttpResponse<Optional<byte[]>>> answer =
        client.sendAsync(request, head -> new BoundedBodySubscriber(maxBytes));
    try {
      HttpResponse<Optional<byte[]>> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new EndpointUnreachable(address + " answered " + response.statusCode(), null);
      }
      return response.body().orElseThrow(() -> tooLarge(address, maxBytes));
    } catch (TimeoutException e) {
      throw new EndpointUnreachable(
          address + " did not answer within " + limit.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new EndpointUnreachable(address + ": " + reason(e.getCause()), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static RuleViolation tooLarge(URI address, int maxBytes) {
    return new RuleViolation(Rule.TOO_LARGE, address + " sends more than " + maxBytes + " bytes");
  }

  private static String reason(@Nullable Throwable cause) {
    return cause instanceof IOException && cause.getMessage() != null
        ? cause.getMessage()
        : "no connection";
  }
}
