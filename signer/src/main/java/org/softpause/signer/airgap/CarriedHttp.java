package org.softpause.signer.airgap;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client that reaches nobody: each request becomes an errand, and somebody else knows its
 * answer. Whoever uses it cannot tell, so that all commands work on either side of the gap.
 */
final class CarriedHttp extends HttpClient {
  private final Courier courier;

  CarriedHttp(Courier courier) {
    this.courier = courier;
  }

  /** Knows answers. */
  @FunctionalInterface
  interface Courier {
    CarriedAnswer answer(CarriedRequest errand) throws IOException;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> bodyHandler)
      throws IOException {
    return CarriedResponse.of(request, courier.answer(errand(request)), bodyHandler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> bodyHandler) {
    try {
      return CompletableFuture.completedFuture(send(request, bodyHandler));
    } catch (IOException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> bodyHandler,
      HttpResponse.@Nullable PushPromiseHandler<T> pushPromiseHandler) {
    return sendAsync(request, bodyHandler);
  }

  private static CarriedRequest errand(HttpRequest request) {
    URI uri = request.uri();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new CarriedRequest(
        Recipient.of(uri),
        request.method(),
        uri.getRawPath() + query,
        CarriedRequest.text(RequestBody.of(request)));
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return Optional.empty();
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NEVER;
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return Optional.empty();
  }

  @Override
  public SSLContext sslContext() {
    throw new UnsupportedOperationException("files are carried without TLS");
  }

  @Override
  public SSLParameters sslParameters() {
    return new SSLParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  @Override
  public Optional<Executor> executor() {
    return Optional.empty();
  }
}
