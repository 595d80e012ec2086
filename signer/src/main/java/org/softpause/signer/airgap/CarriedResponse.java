package org.softpause.signer.airgap;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** An answer as the HTTP client's user expects it. */
record CarriedResponse<T>(HttpRequest request, int statusCode, T body) implements HttpResponse<T> {
  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

  private record Head(int statusCode) implements HttpResponse.ResponseInfo {
    @Override
    public HttpHeaders headers() {
      return NO_HEADERS;
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }

  /** A body that is there already needs no flow control. */
  private enum Unlimited implements Flow.Subscription {
    SUBSCRIPTION;

    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  static <T> HttpResponse<T> of(
      HttpRequest request, CarriedAnswer answer, HttpResponse.BodyHandler<T> handler) {
    HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Head(answer.status()));
    subscriber.onSubscribe(Unlimited.SUBSCRIPTION);
    subscriber.onNext(List.of(ByteBuffer.wrap(answer.bytes())));
    subscriber.onComplete();
    T body = subscriber.getBody().toCompletableFuture().join();
    return new CarriedResponse<>(request, answer.status(), body);
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public HttpHeaders headers() {
    return NO_HEADERS;
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }
}
