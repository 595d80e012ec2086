package org.softpause.signer.airgap;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.transport.BudgetedTransport;
import org.softpause.protocol.transport.GatheringLimits;
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

  /** The answers must fit into a {@link TransferFile}, which holds them as base64. */
  private static final GatheringLimits LIMITS =
      new GatheringLimits(Duration.ofMinutes(10), 20L << 20, 5_000);

  private final Transport transport;
  private final URI service;
  private final Optional<URI> node;
  private final SequencedMap<CarriedRequest, CarriedAnswer> answers = new LinkedHashMap<>();
  private Optional<RuleViolation> cutShort = Optional.empty();

  public RequestRelay(Transport transport, URI service, Optional<URI> node) {
    this.transport = new BudgetedTransport(transport, LIMITS);
    this.service = service;
    this.node = node;
  }

  /**
   * Sends all requests and then what follows from their answers, within one gathering of ten
   * minutes of waiting, 20 MiB and 5,000 requests, and returns the answers. A request that fails
   * gets none, so that the signer asks for it again.
   *
   * @param at Unix seconds
   */
  public TransferFile run(TransferFile asked, long at) {
    SequencedSet<CarriedRequest> requests = new LinkedHashSet<>();
    asked.requests().stream().filter(CarriedRequest::isPost).forEach(requests::add);
    requests.addAll(asked.requests());
    run(requests);
    node.ifPresent(address -> new NodeRequests(this::record, answers).run());
    return new TransferFile(at, new LinkedHashSet<>(), answers);
  }

  /** Why not everything was fetched, if the gathering was used up. */
  public Optional<RuleViolation> cutShort() {
    return cutShort;
  }

  /**
   * What the signer asked for comes before what follows from it, so that pages without end keep no
   * other answer from the signer.
   */
  private void run(SequencedSet<CarriedRequest> requests) {
    Deque<CarriedRequest> waiting = new ArrayDeque<>(requests);
    while (!waiting.isEmpty()) {
      CarriedRequest request = waiting.removeFirst();
      try {
        FollowUpRequests.of(request, fetch(request)).stream()
            .filter(requests::add)
            .forEach(waiting::addLast);
      } catch (IOException unreachable) {
        answers.remove(request);
      }
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
    answers.put(request, answer);
    return answer;
  }

  private CarriedAnswer ask(CarriedRequest request) throws IOException {
    TransportResponse response = send(request);
    if (response.status() >= 500) {
      throw new IOException("status " + response.status());
    }
    return CarriedAnswer.of(response);
  }

  private TransportResponse send(CarriedRequest request) throws IOException {
    try {
      return transport.send(request.to(address(request.to()), TIMEOUT, MAX_ANSWER));
    } catch (RuleViolation usedUp) {
      cutShort = Optional.of(usedUp);
      throw new IOException(usedUp);
    }
  }

  private URI address(Recipient recipient) throws IOException {
    return recipient == Recipient.SERVICE
        ? service
        : node.orElseThrow(() -> new IOException("no node was named"));
  }
}
