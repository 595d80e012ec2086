package org.softpause.authz;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A proxy between the service and a node that counts calls. It can refuse, freeze or answer falsely
 * JSON-RPC methods, forget the state of old blocks as a node that prunes does, and cut connections.
 */
public final class RpcProxy implements AutoCloseable {
  private static final String NOTHING = "no such method";

  /** What Anvil answers where it keeps few states. */
  private static final String PRUNED =
      """
      {"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"BlockOutOfRangeError: block height is out of range"}}
      """;

  private final HttpServer server;
  private volatile URI node = URI.create("http://127.0.0.1:1");
  private final AtomicReference<String> refused = new AtomicReference<>(NOTHING);
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, String> lies = new ConcurrentHashMap<>();
  private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
  private volatile long statesKept = Long.MAX_VALUE;
  private final AtomicReference<String> frozen = new AtomicReference<>(NOTHING);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch thaw = new CountDownLatch(0);

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

  /** Everything passes again. */
  public void refuseNothing() {
    refused.set(NOTHING);
    lies.clear();
    frozen.set(NOTHING);
    thaw.countDown();
  }

  /** From now on calls of this method get no answer until everything passes again. */
  public void freeze(String method) {
    thaw = new CountDownLatch(1);
    frozen.set('"' + method + '"');
  }

  /** Whether a call waits for its answer. */
  public boolean hasFrozen() {
    return waiting.get() > 0;
  }

  /** From now on the node has the state of this many blocks only, counted from the latest. */
  public void keepStates(long blocks) {
    statesKept = blocks;
  }

  /** From now on calls of this method are answered with this member, such as a result. */
  public void forge(String method, String member) {
    forgeWhere('"' + method + '"', member);
  }

  /** From now on calls that contain this text are answered with this member. */
  public void forgeWhere(String text, String member) {
    lies.put(text, member);
  }

  /** Lets so many calls pass and cuts the connection of each one after them, a retry too. */
  public void cutAfter(long passing) {
    untilCut.set(passing);
  }

  /** Everything passes again. */
  public void cutNothing() {
    untilCut.set(Long.MAX_VALUE);
  }

  /** How often a method was called since {@link #forgetCalls}. */
  public int calls(String method) {
    AtomicInteger counted = calls.get(method);
    return counted == null ? 0 : counted.get();
  }

  /** The methods called since {@link #forgetCalls}. */
  public Set<String> methods() {
    return Set.copyOf(calls.keySet());
  }

  public void forgetCalls() {
    calls.clear();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      JsonNode call = JsonMapper.shared().readTree(request);
      calls
          .computeIfAbsent(call.at("/method").asString(""), method -> new AtomicInteger())
          .incrementAndGet();
      if (untilCut.getAndUpdate(left -> left == 0 ? 0 : left - 1) == 0) {
        return;
      }
      String text = new String(request, StandardCharsets.UTF_8);
      if (text.contains(frozen.get())) {
        waiting.incrementAndGet();
        awaitThaw();
        waiting.decrementAndGet();
      }
      if (text.contains(refused.get())) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      byte[] answer = answer(call, request).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private void awaitThaw() {
    try {
      thaw.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String answer(JsonNode call, byte[] request) {
    String text = new String(request, StandardCharsets.UTF_8);
    Optional<String> lie =
        lies.entrySet().stream()
            .filter(one -> text.contains(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (lie.isPresent()) {
      return "{\"jsonrpc\":\"2.0\",\"id\":%s,%s}".formatted(call.at("/id"), lie.get());
    }
    return isPruned(call)
        ? PRUNED
        : new HttpCaller(node).post("/", "application/json", request).body();
  }

  /** Whether a call asks for the state of a block that is too old. */
  private boolean isPruned(JsonNode call) {
    JsonNode block = call.at("/params").path(call.at("/params").size() - 1).path("blockHash");
    return statesKept < Long.MAX_VALUE
        && block.isString()
        && number("eth_blockNumber", "[]", "")
                - number("eth_getBlockByHash", "[" + block + ",false]", "/number")
            >= statesKept;
  }

  private long number(String method, String parameters, String where) {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
            .formatted(method, parameters);
    return Long.decode(
        new HttpCaller(node).post("/", request).json().at("/result" + where).asString());
  }

  @Override
  public void close() {
    thaw.countDown();
    server.stop(0);
  }
}
