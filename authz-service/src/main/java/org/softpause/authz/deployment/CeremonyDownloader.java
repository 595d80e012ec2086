package org.softpause.authz.deployment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.StrictJson;

/** Ceremonies as a service tells of them, every message verified and replayed here. */
final class CeremonyDownloader {
  private static final int MAX_BYTES = 4 << 20;
  private static final int OK = 200;

  private final URI service;
  private final Duration timeout;
  private final HttpClient client;

  CeremonyDownloader(URI service, Duration timeout) {
    this.service = service;
    this.timeout = timeout;
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /**
   * The ceremonies with these ids.
   *
   * @throws RuleViolation if one does not replay, is another one, or is not complete
   */
  List<Ceremony> complete(List<Bytes32> ids) throws IOException {
    List<Ceremony> ceremonies = new ArrayList<>();
    for (Bytes32 id : ids) {
      Ceremony ceremony = read(id);
      if (ceremony.phase() != CeremonyPhase.COMPLETE) {
        throw new RuleViolation(Rule.WRONG_PHASE, "ceremony " + id + " is in " + ceremony.phase());
      }
      ceremonies.add(ceremony);
    }
    return ceremonies;
  }

  private Ceremony read(Bytes32 id) throws IOException {
    Ceremony ceremony = Ceremony.replay(page(id, 0));
    if (!ceremony.id().equals(id)) {
      throw new RuleViolation(Rule.WRONG_CEREMONY, "the service gave " + ceremony.id());
    }
    List<Jws> more = page(id, ceremony.messages().size());
    while (!more.isEmpty()) {
      ceremony = ceremony.continuedBy(more);
      more = page(id, ceremony.messages().size());
    }
    return ceremony;
  }

  private List<Jws> page(Bytes32 id, int after) throws IOException {
    String path = "/v1/ceremonies/" + id + "/messages?after=" + after;
    Json document = StrictJson.parse(get(path), MAX_BYTES);
    if (document instanceof JsonObject object
        && object.members().get("messages") instanceof JsonArray messages) {
      return messages.elements().stream().map(CeremonyDownloader::jws).toList();
    }
    throw new RuleViolation(Rule.MISSING_MEMBER, "messages is missing");
  }

  private static Jws jws(Json element) {
    if (element instanceof JsonString text) {
      return Jws.parse(text.value());
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "a message must be of type text");
  }

  private byte[] get(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path)).timeout(timeout).GET().build();
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK) {
        throw new IOException(request.uri() + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
