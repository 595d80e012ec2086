package org.softpause.signer.airgap;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * The connected side: posts what was signed, fetches what was asked, and what the asker will ask
 * next. It needs no key and is trusted with nothing but being there.
 */
public final class RequestRelay {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MAX_ANSWER = 4 * 1024 * 1024;
  private static final int MAX_ANSWERS = 5_000;

  private final HttpClient http;
  private final URI service;
  private final Optional<URI> node;
  private final SequencedMap<CarriedRequest, CarriedAnswer> answers = new LinkedHashMap<>();

  public RequestRelay(HttpClient http, URI service, Optional<URI> node) {
    this.http = http;
    this.service = service;
    this.node = node;
  }

  /**
   * Runs all errands; one that fails stays unanswered and is asked again another day.
   *
   * @param at Unix seconds
   */
  public TransferFile run(TransferFile transferFile, long at) {
    transferFile.errands().stream().filter(CarriedRequest::isPost).forEach(this::run);
    transferFile.errands().stream()
        .filter(Predicate.not(CarriedRequest::isPost))
        .forEach(this::run);
    node.ifPresent(address -> new NodeRequests(new CarriedHttp(this::fetch), answers).run());
    return new TransferFile(at, new LinkedHashSet<>(), answers);
  }

  private void run(CarriedRequest errand) {
    try {
      CarriedAnswer answer = fetch(errand);
      FollowUpRequests.of(errand, answer).forEach(this::run);
    } catch (IOException unreachable) {
      answers.remove(errand);
    }
  }

  /** Once for each errand, so that all answers in a parcel are of one moment. */
  private CarriedAnswer fetch(CarriedRequest errand) throws IOException {
    CarriedAnswer known = answers.get(errand);
    if (known != null) {
      return known;
    }
    CarriedAnswer answer = ask(errand);
    if (answers.size() < MAX_ANSWERS) {
      answers.put(errand, answer);
    }
    return answer;
  }

  private CarriedAnswer ask(CarriedRequest errand) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(errand)).timeout(TIMEOUT);
    HttpRequest built =
        errand.method().equals("GET")
            ? request.GET().build()
            : request
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(errand.bodyBytes()))
                .build();
    try {
      return answer(http.send(built, BodyHandlers.ofInputStream()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private URI address(CarriedRequest errand) throws IOException {
    URI base =
        errand.to() == Recipient.SERVICE
            ? service
            : node.orElseThrow(() -> new IOException("no node was named"));
    return URI.create(base.toString().replaceAll("/+$", "") + errand.path());
  }

  private static CarriedAnswer answer(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(MAX_ANSWER + 1);
      if (response.statusCode() >= 500 || bytes.length > MAX_ANSWER) {
        throw new IOException("status " + response.statusCode());
      }
      return CarriedAnswer.of(response.statusCode(), bytes);
    }
  }
}
