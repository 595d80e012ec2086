package org.softpause.auditor.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A proxy in front of a node or service that edits the answers. */
public final class LyingProxy implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private final URI behind;
  private final Lie lie;

  /** Edits an answer. */
  public interface Lie {
    String tell(String request, String answer);
  }

  private LyingProxy(HttpServer server, URI behind, Lie lie) {
    this.server = server;
    this.behind = behind;
    this.lie = lie;
  }

  public static LyingProxy before(URI behind, Lie lie) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LyingProxy liar = new LyingProxy(server, behind, lie);
    server.createContext("/", liar::answer);
    server.start();
    return liar;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] answer = lie.tell(request, ask(request)).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String ask(String request) throws IOException {
    HttpRequest asked =
        HttpRequest.newBuilder(behind)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(request))
            .build();
    try {
      HttpResponse<String> answer = client.send(asked, BodyHandlers.ofString());
      return answer.body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
