package org.softpause.signer.airgap;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.softpause.protocol.transport.Transport;
import org.softpause.protocol.transport.TransportRequest;
import org.softpause.protocol.transport.TransportResponse;

/**
 * The connected side of the air gap: posts what the offline signer signed, fetches what it asked
 * for, and adds what it will ask for next. It needs no key; the worst that it can do is to withhold
 * or delay.
 */
public final class RequestRelay {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MAX_ANSWER = 4 * 1024 * 1024;
  private static final int MAX_ANSWERS = 5_000;

  private final Transport transport;
  private final URI service;
  private final Optional<URI> node;
  private final SequencedMap<CarriedRequest, CarriedAnswer> answers = new LinkedHashMap<>();

  public RequestRelay(Transport transport, URI service, Optional<URI> node) {
    this.transport = transport;
    this.service = service;
    this.node = node;
  }

  /**
   * Sends all requests and returns their answers. A request that fails gets none, so that the
   * signer asks for it again.
   *
   * @param at Unix seconds
   */
  public TransferFile run(TransferFile asked, long at) {
    asked.requests().stream().filter(CarriedRequest::isPost).forEach(this::run);
    asked.requests().stream().filter(Predicate.not(CarriedRequest::isPost)).forEach(this::run);
    node.ifPresent(address -> new NodeRequests(this::record, answers).run());
    return new TransferFile(at, new LinkedHashSet<>(), answers);
  }

  private void run(CarriedRequest request) {
    try {
      CarriedAnswer answer = fetch(request);
      FollowUpRequests.of(request, answer).forEach(this::run);
    } catch (IOException unreachable) {
      answers.remove(request);
    }
  }

  private TransportResponse record(TransportRequest request) throws IOException {
    return fetch(CarriedRequest.of(request)).response();
  }

  /** Each request is sent once, so that all answers in a file are of one moment. */
  private CarriedAnswer fetch(CarriedRequest request) throws IOException {
    CarriedAnswer known = answers.get(request);
    if (known != null) {
      return known;
    }
    CarriedAnswer answer = ask(request);
    if (answers.size() < MAX_ANSWERS) {
      answers.put(request, answer);
    }
    return answer;
  }

  private CarriedAnswer ask(CarriedRequest request) throws IOException {
    TransportResponse response =
        transport.send(request.to(address(request.to()), TIMEOUT, MAX_ANSWER));
    if (response.status() >= 500) {
      throw new IOException("status " + response.status());
    }
    return CarriedAnswer.of(response);
  }

  private URI address(Recipient recipient) throws IOException {
    return recipient == Recipient.SERVICE
        ? service
        : node.orElseThrow(() -> new IOException("no node was named"));
  }
}
