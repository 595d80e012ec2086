package org.softpause.signer.airgap;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** The bytes that a request would send. */
final class RequestBody implements Flow.Subscriber<ByteBuffer> {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private RequestBody() {}

  static byte[] of(HttpRequest request) {
    RequestBody body = new RequestBody();
    request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(body));
    return body.bytes.toByteArray();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer part) {
    byte[] copy = new byte[part.remaining()];
    part.get(copy);
    bytes.writeBytes(copy);
  }

  @Override
  public void onError(Throwable failure) {
    throw new IllegalStateException("a body in memory cannot fail", failure);
  }

  @Override
  public void onComplete() {}
}
