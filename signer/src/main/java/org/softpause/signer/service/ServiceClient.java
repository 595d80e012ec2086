package org.softpause.signer.service;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/** JSON over HTTP with one service, bounded in time and size. */
public final class ServiceClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final URI base;
  private final BoundedExchange exchange;

  /**
   * A client of one service.
   *
   * @param base for instance {@code http://127.0.0.1:8080}; a path in it is kept as a prefix
   */
  public ServiceClient(URI base, HttpClient http) {
    this.base = base;
    this.exchange = new BoundedExchange(http);
  }

  /** An answer that must be there. */
  public LenientObject get(String path) {
    return parse(exchange.send(request(path).GET().build()));
  }

  /** An answer to which a 404 is an answer too. */
  public Optional<LenientObject> find(String path) {
    try {
      return Optional.of(get(path));
    } catch (ServiceRefusal refusal) {
      if (refusal.status() == 404) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /** As {@link #get}, proving who asks. */
  public LenientObject get(String path, Jws proof) {
    String credentials = "Softpause " + proof.compact();
    return parse(exchange.send(request(path).header("Authorization", credentials).GET().build()));
  }

  /** The bytes of a finished document. */
  public byte[] bytes(String path) {
    return exchange.send(request(path).GET().build());
  }

  /** Posts an object. */
  public LenientObject post(String path, JsonObject body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(CanonicalJson.encode(body)))
            .build();
    byte[] answer = exchange.send(request);
    return answer.length == 0 ? new LenientObject(new ObjectWriter().toJson()) : parse(answer);
  }

  /** Posts one signed document under the name that the resource has for it. */
  public LenientObject post(String path, String name, Jws document) {
    return post(path, new ObjectWriter().text(name, document.compact()).toJson());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path))
        .timeout(TIMEOUT);
  }

  private static LenientObject parse(byte[] answer) {
    return LenientObject.of(StrictJson.parse(answer, BoundedExchange.MAX_ANSWER));
  }
}
