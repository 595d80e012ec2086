package org.softpause.signer.carry;

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
public final class Carrier {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MAX_ANSWER = 4 * 1024 * 1024;
  private static final int MAX_ANSWERS = 5_000;

  private final HttpClient http;
  private final URI service;
  private final Optional<URI> node;
  private final SequencedMap<Errand, Answer> answers = new LinkedHashMap<>();

  public Carrier(HttpClient http, URI service, Optional<URI> node) {
    this.http = http;
    this.service = service;
    this.node = node;
  }

  /**
   * Runs all errands; one that fails stays unanswered and is asked again another day.
   *
   * @param at Unix seconds
   */
  public Parcel run(Parcel parcel, long at) {
    parcel.errands().stream().filter(Errand::isPost).forEach(this::run);
    parcel.errands().stream().filter(Predicate.not(Errand::isPost)).forEach(this::run);
    node.ifPresent(address -> new NodeErrands(new CarriedHttp(this::fetch), answers).run());
    return new Parcel(at, new LinkedHashSet<>(), answers);
  }

  private void run(Errand errand) {
    try {
      Answer answer = fetch(errand);
      FollowUps.of(errand, answer).forEach(this::run);
    } catch (IOException unreachable) {
      answers.remove(errand);
    }
  }

  /** Once for each errand, so that all answers in a parcel are of one moment. */
  private Answer fetch(Errand errand) throws IOException {
    Answer known = answers.get(errand);
    if (known != null) {
      return known;
    }
    Answer answer = ask(errand);
    if (answers.size() < MAX_ANSWERS) {
      answers.put(errand, answer);
    }
    return answer;
  }

  private Answer ask(Errand errand) throws IOException {
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

  private URI address(Errand errand) throws IOException {
    URI base =
        errand.to() == Addressee.SERVICE
            ? service
            : node.orElseThrow(() -> new IOException("no node was named"));
    return URI.create(base.toString().replaceAll("/+$", "") + errand.path());
  }

  private static Answer answer(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(MAX_ANSWER + 1);
      if (response.statusCode() >= 500 || bytes.length > MAX_ANSWER) {
        throw new IOException("status " + response.statusCode());
      }
      return Answer.of(response.statusCode(), bytes);
    }
  }
}
