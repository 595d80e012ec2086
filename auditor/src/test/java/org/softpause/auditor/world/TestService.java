package org.softpause.auditor.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.proof.BlockRef;

/** A service that shows the log that the test gives it. */
public final class TestService implements AutoCloseable {
  private final HttpServer server;

  private TestService(HttpServer server) {
    this.server = server;
  }

  public static TestService showing(
      Address registry, Bytes32 head0, BlockRef block, List<AuditedEntry> log) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    JsonObject deployment =
        new ObjectWriter()
            .number("chainId", 31_337)
            .address("registry", registry)
            .bytes32("head0", head0)
            .toJson();
    JsonObject head =
        new ObjectWriter()
            .number("sequence", log.size())
            .bytes32("head", log.isEmpty() ? head0 : log.getLast().head())
            .json("block", block.toJson())
            .toJson();
    JsonObject page = new ObjectWriter().array("entries", log, TestService::shown).toJson();
    server.createContext("/v1/registry", exchange -> answer(exchange, deployment));
    server.createContext("/v1/head", exchange -> answer(exchange, head));
    server.createContext("/v1/log", exchange -> answer(exchange, page));
    server.start();
    return new TestService(server);
  }

  private static JsonObject shown(AuditedEntry entry) {
    return new ObjectWriter()
        .json("entry", entry.entry().toJson())
        .json(
            "block",
            new ObjectWriter()
                .number("number", entry.place().block())
                .bytes32("hash", entry.place().blockHash())
                .toJson())
        .bytes32("transaction", entry.place().transaction())
        .bytes32("head", entry.head())
        .number("gasUsed", 60_000)
        .toJson();
  }

  private static void answer(HttpExchange exchange, JsonObject body) throws IOException {
    byte[] bytes = CanonicalJson.encode(body);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
