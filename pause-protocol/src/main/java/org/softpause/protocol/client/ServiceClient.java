package org.softpause.protocol.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.transport.BudgetedTransport;
import org.softpause.protocol.transport.GatheringLimits;
import org.softpause.protocol.transport.Transport;
import org.softpause.protocol.transport.TransportRequest;
import org.softpause.protocol.transport.TransportResponse;

/**
 * A client of one authorization service: JSON, with a limit on time and on bytes. Every method
 * throws {@link ServiceRefusal} for a status of 400 to 499, and {@link UnreachableException} for
 * every other status that is not 200 to 299 and where no answer comes.
 */
public final class ServiceClient {
  /** Bytes of an answer; a page of the log with every certificate stays well below. */
  public static final int MAX_ANSWER = 4 * 1024 * 1024;

  /** Enough for a thousand ceremonies in a row or twenty thousand entries of the log. */
  private static final GatheringLimits GATHERING =
      new GatheringLimits(Duration.ofMinutes(2), 64L << 20, 5_000);

  private static final String PROBLEM = "urn:softpause:problem:";
  private static final int MAX_TEXT = 2000;

  private final Transport transport;
  private final String base;
  private final Duration timeout;

  /**
   * Nothing is sent before the first request.
   *
   * @param base for instance {@code http://127.0.0.1:8080}; a path in it is kept as a prefix
   * @param timeout for each whole exchange
   */
  public ServiceClient(Transport transport, URI base, Duration timeout) {
    this.transport = transport;
    this.base = base.toString().replaceAll("/+$", "");
    this.timeout = timeout;
  }

  private ServiceClient(Transport transport, String base, Duration timeout) {
    this.transport = transport;
    this.base = base;
    this.timeout = timeout;
  }

  /**
   * The same service for one gathering: after two minutes of waiting, 64 MiB or 5,000 requests,
   * every method throws {@link RuleViolation} GATHERING_EXCEEDED. A gathering within another counts
   * for both.
   */
  public ServiceClient gathering() {
    return gathering(GATHERING);
  }

  /** As the other, within these limits. */
  public ServiceClient gathering(GatheringLimits limits) {
    return new ServiceClient(new BudgetedTransport(transport, limits), base, timeout);
  }

  /** The service's address, without a slash at its end. */
  public String address() {
    return base;
  }

  /** The object at this path. */
  public LenientObject get(String path) {
    return parse(bytes(path));
  }

  /** The object at this path, or nothing where the service answers 404. */
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

  /** The object at this path, for a caller that proves who it is. */
  public LenientObject get(String path, Jws proof) {
    return parse(send(request(path).withAuthorization("Softpause " + proof.compact())));
  }

  /** The bytes of the document at this path. */
  public byte[] bytes(String path) {
    return send(request(path));
  }

  /** Posts an object; an answer without a body is an empty object. */
  public LenientObject post(String path, JsonObject body) {
    byte[] json = CanonicalJson.encode(body);
    byte[] answer = send(TransportRequest.post(uri(path), json, timeout, MAX_ANSWER));
    return answer.length == 0 ? new LenientObject(new ObjectWriter().toJson()) : parse(answer);
  }

  /** Posts one signed document as the only member of an object. */
  public LenientObject post(String path, String name, Jws document) {
    return post(path, new ObjectWriter().text(name, document.compact()).toJson());
  }

  private TransportRequest request(String path) {
    return TransportRequest.get(uri(path), timeout, MAX_ANSWER);
  }

  private URI uri(String path) {
    return URI.create(base + path);
  }

  private byte[] send(TransportRequest request) {
    TransportResponse answer = exchange(request);
    if (answer.status() >= 200 && answer.status() < 300) {
      return answer.body();
    }
    if (answer.status() >= 400 && answer.status() < 500) {
      throw refusal(answer);
    }
    throw new UnreachableException(request.uri() + " answers with status " + answer.status());
  }

  private TransportResponse exchange(TransportRequest request) {
    try {
      return transport.send(request);
    } catch (InterruptedIOException interrupted) {
      throw new UnreachableException("interrupted while waiting for " + request.uri(), interrupted);
    } catch (IOException failure) {
      throw new UnreachableException("cannot reach " + request.uri(), failure);
    }
  }

  private static ServiceRefusal refusal(TransportResponse answer) {
    int status = answer.status();
    try {
      LenientObject problem = parse(answer.body());
      String type = problem.text("type", MAX_TEXT);
      String detail = problem.optionalText("detail", MAX_TEXT).orElse("no detail given");
      return new ServiceRefusal(
          status, type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : type, detail);
    } catch (RuleViolation notAProblem) {
      return new ServiceRefusal(status, "http-" + status, "the service refuses without saying why");
    }
  }

  private static LenientObject parse(byte[] answer) {
    return LenientObject.of(StrictJson.parse(answer, MAX_ANSWER));
  }
}
