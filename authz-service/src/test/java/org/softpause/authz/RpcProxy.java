package org.softpause.authz;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/** A proxy between the service and a node that can refuse one JSON-RPC method, or lie about it. */
public final class RpcProxy implements AutoCloseable {
  private static final String NOTHING = "no such method";

  private final HttpServer server;
  private volatile URI node = URI.create("http://127.0.0.1:1");
  private final AtomicReference<String> refused = new AtomicReference<>(NOTHING);
  private final AtomicReference<Forged> forged = new AtomicReference<>(new Forged(NOTHING, ""));

  /** A proxy on a free port, in front of nothing yet. */
  public RpcProxy() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::pass);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passes everything on to this node; returns the proxy's own address. */
  public URI inFrontOf(URI target) {
    node = target;
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on calls of this method fail. */
  public void refuse(String method) {
    refused.set('"' + method + '"');
  }

  /** From now on calls of this method are answered with this member, such as a result. */
  public void forge(String method, String member) {
    forged.set(new Forged('"' + method + '"', member));
  }

  /** Everything passes again. */
  public void refuseNothing() {
    refused.set(NOTHING);
    forged.set(new Forged(NOTHING, ""));
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      String text = new String(request, StandardCharsets.UTF_8);
      if (text.contains(refused.get())) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      Forged lie = forged.get();
      String body =
          text.contains(lie.method())
              ? lie.answer(JsonMapper.shared().readTree(text).at("/id").asLong())
              : new HttpCaller(node).post("/", "application/json", request).body();
      byte[] answer = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Forged(String method, String member) {
    String answer(long id) {
      return "{\"jsonrpc\":\"2.0\",\"id\":" + id + "," + member + "}";
    }
  }
}
