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

/** An Ethereum node that knows one registry. It is honest unless a test makes it lie. */
public final class SimulatedNode implements AutoCloseable {
  private final SimulatedRegistry registry;
  private final LoopbackServer server = new LoopbackServer(this::answer);

  private long finalised = SimulatedRegistry.DEPLOYED_AT;
  private long chainId = 31_337;
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
      case "eth_getBlockByNumber" -> block();
      case "eth_getStorageAt" -> new JsonString(headAt(params.elements().get(2)).toString());
      case "eth_getCode" -> new JsonString(hex(code.apply(registry.code())));
      case "eth_getLogs" -> genesisEvents((JsonObject) params.elements().getFirst());
      default -> throw new IllegalArgumentException(method);
    };
  }

  private JsonObject block() {
    BlockRef block = SimulatedRegistry.blockAt(finalised);
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
