package org.softpause.signer.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.transport.HttpTransport;

/** An HTTP server on the loopback interface, whose answers the test decides. */
public final class TestHttpServer implements AutoCloseable {
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  /** What answers a request; null means that there is no such thing. */
  @FunctionalInterface
  public interface Answerer {
    /** The answer, given method, path with query, and body. */
    Answer answer(String method, String path, byte[] body);
  }

  /** A status and a body; an empty text is no body. */
  public record Answer(int status, String body) {
    public static Answer of(Json json) {
      return new Answer(200, new String(CanonicalJson.encode(json), StandardCharsets.UTF_8));
    }

    public static Answer created() {
      return new Answer(201, "");
    }

    public static Answer problem(int status, String slug) {
      Json problem =
          new ObjectWriter()
              .text("type", "urn:softpause:problem:" + slug)
              .text("title", slug)
              .number("status", status)
              .text("detail", "as the test wants it")
              .toJson();
      return new Answer(status, of(problem).body());
    }
  }

  public TestHttpServer(Answerer answerer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, answerer));
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A client of this server. */
  public ServiceClient client() {
    return client(address());
  }

  /** A client of a server at this address. */
  public static ServiceClient client(URI address) {
    return new ServiceClient(
        new HttpTransport(HttpClient.newHttpClient()), address, Duration.ofSeconds(20));
  }

  private static void handle(HttpExchange exchange, Answerer answerer) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange, answerer);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? NO_BODY : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Answer answer(HttpExchange exchange, Answerer answerer) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      return answerer.answer(
          exchange.getRequestMethod(), exchange.getRequestURI().toString(), body);
    } catch (RuleViolation refused) {
      return Answer.problem(refused.rule() == Rule.WRONG_PHASE ? 409 : 422, refused.rule().slug());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
