package org.softpause.auditor.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/** A node that replays an honest node's answers, except for those that a test replaces. */
public final class RecordedNode implements AutoCloseable {
  private static final String UNKNOWN =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"not recorded\"}}";

  private final HttpServer server;
  private final Map<String, String> answers;
  private volatile Function<String, byte[]> lie = request -> new byte[0];

  private RecordedNode(HttpServer server, Map<String, String> answers) {
    this.server = server;
    this.answers = Map.copyOf(answers);
  }

  /** Starts a node with answers by request, as a {@link LyingProxy} recorded them. */
  public static RecordedNode of(Map<String, String> answers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RecordedNode node = new RecordedNode(server, answers);
    server.createContext("/", node::answer);
    server.start();
    return node;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Replaces the answer to these requests. */
  public void answer(String method, byte[] answer) {
    lie = request -> request.contains('"' + method + '"') ? answer : new byte[0];
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] hostile = lie.apply(request);
    byte[] answer =
        hostile.length > 0 ? hostile : answers.getOrDefault(request, UNKNOWN).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
