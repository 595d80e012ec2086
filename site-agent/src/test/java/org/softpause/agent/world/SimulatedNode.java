package org.softpause.agent.world;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.LogEntry;

/** An Ethereum node that knows one registry. It is honest unless a test makes it lie. */
public final class SimulatedNode implements AutoCloseable {
  private final SimulatedRegistry registry;
  private final LoopbackServer server = new LoopbackServer(this::answer);

  private long finalised = SimulatedRegistry.DEPLOYED_AT;
  private long chainId = 31_337;
  private long widestRange = Long.MAX_VALUE;
  private boolean withoutLogs;
  private boolean silent;
  private UnaryOperator<Bytes32> head = UnaryOperator.identity();
  private UnaryOperator<byte[]> code = UnaryOperator.identity();

  SimulatedNode(SimulatedRegistry registry) {
    this.registry = registry;
  }

  public URI address() {
    return server.address();
  }

  /** Makes the blocks up to that time final. */
  public synchronized void finalise(long time) {
    finalised = time;
  }

  public synchronized void fallSilent(boolean now) {
    silent = now;
  }

  public synchronized void lieAboutHead(Bytes32 lie) {
    head = truth -> lie;
  }

  /** Makes the node refuse to give events. */
  public synchronized void refuseLogs() {
    withoutLogs = true;
  }

  /** Makes the node refuse events of more blocks than this at once. */
  public synchronized void limitLogs(long blocks) {
    widestRange = blocks;
  }

  public synchronized void lieAboutCode(UnaryOperator<byte[]> lie) {
    code = lie;
  }

  public synchronized void beOnChain(long id) {
    chainId = id;
  }

  private synchronized LoopbackServer.Answer answer(URI path, byte[] body) {
    if (silent || !(StrictJson.parse(body, 65_536) instanceof JsonObject request)) {
      return new LoopbackServer.Answer(503, new byte[0]);
    }
    JsonObject answer =
        new ObjectWriter()
            .text("jsonrpc", "2.0")
            .number("id", 1)
            .json("result", result(request))
            .toJson();
    return new LoopbackServer.Answer(200, CanonicalJson.encode(answer));
  }

  private Json result(JsonObject request) {
    String method = text(request, "method");
    JsonArray params = (JsonArray) member(request, "params");
    return switch (method) {
      case "eth_chainId" -> new JsonString("0x" + Long.toHexString(chainId));
      case "eth_getBlockByNumber" -> block(((JsonString) params.elements().getFirst()).value());
      case "eth_getStorageAt" -> new JsonString(headAt(params.elements().get(2)).toString());
      case "eth_getCode" -> new JsonString(hex(code.apply(registry.code())));
      case "eth_getLogs" -> logs((JsonObject) params.elements().getFirst());
      default -> throw new IllegalArgumentException(method);
    };
  }

  private JsonObject block(String tag) {
    BlockRef block =
        SimulatedRegistry.blockAt(
            tag.startsWith("0x") ? SimulatedRegistry.DEPLOYED_AT + quantity(tag) : finalised);
    return new ObjectWriter()
        .text("number", "0x" + Long.toHexString(block.number()))
        .bytes32("hash", block.hash())
        .text("timestamp", "0x" + Long.toHexString(block.timestamp()))
        .toJson();
  }

  private Bytes32 headAt(Json block) {
    boolean known =
        text((JsonObject) block, "blockHash")
            .equals(SimulatedRegistry.blockAt(finalised).hash().toString());
    return known ? head.apply(registry.headAt(finalised)) : Bytes32.ZERO;
  }

  private JsonArray logs(JsonObject filter) {
    return filter.members().containsKey("topics") ? genesisEvents(filter) : entryEvents(filter);
  }

  private JsonArray entryEvents(JsonObject filter) {
    long from = SimulatedRegistry.DEPLOYED_AT + quantity(text(filter, "fromBlock"));
    long to = SimulatedRegistry.DEPLOYED_AT + quantity(text(filter, "toBlock"));
    if (withoutLogs || to - from >= widestRange) {
      throw new IllegalStateException("refused");
    }
    return new JsonArray(
        registry.log().entries().stream()
            .filter(entry -> entry.anchoredAt() >= from && entry.anchoredAt() <= to)
            .<Json>map(this::event)
            .toList());
  }

  private JsonObject event(LogEntry entry) {
    BlockRef block = SimulatedRegistry.blockAt(entry.anchoredAt());
    int sequence = Math.toIntExact(entry.sequence());
    return new ObjectWriter()
        .json("address", new JsonString(registry.deployment().domain().registry().toString()))
        .json(
            "topics",
            new JsonArray(
                EncodedEvents.topics(entry).stream()
                    .<Json>map(topic -> new JsonString(topic.toString()))
                    .toList()))
        .text("data", hex(EncodedEvents.data(entry, registry.log().heads().get(sequence))))
        .text("blockNumber", "0x" + Long.toHexString(block.number()))
        .bytes32("blockHash", block.hash())
        .bytes32("transactionHash", entry.certificate().id())
        .text("logIndex", "0x" + Long.toHexString(entry.sequence()))
        .toJson();
  }

  private static long quantity(String hex) {
    return Long.parseLong(hex.substring(2), 16);
  }

  private JsonArray genesisEvents(JsonObject filter) {
    JsonArray topics = (JsonArray) member(filter, "topics");
    boolean found =
        topics
                .elements()
                .get(1)
                .equals(new JsonString(registry.log().heads().getFirst().toString()))
            && text(filter, "fromBlock").equals("0x0");
    return new JsonArray(found ? List.of(new ObjectWriter().toJson()) : List.of());
  }

  private static String hex(byte[] bytes) {
    return Hex.encode(bytes);
  }

  private static Json member(JsonObject object, String name) {
    return Optional.ofNullable(object.members().get(name)).orElseThrow();
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) member(object, name)).value();
  }

  @Override
  public void close() {
    server.close();
  }
}
