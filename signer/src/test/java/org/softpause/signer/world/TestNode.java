package org.softpause.signer.world;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.softpause.contracts.ImmutableRange;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.world.TestHttpServer.Answer;

/**
 * An Ethereum node that knows one registry, as its deployment file has it. Each member may be given
 * another value, which is how a test deploys something wrong.
 */
public final class TestNode implements AutoCloseable {
  private static final int MAX = 1 << 20;
  private static final String TRANSACTION = Bytes32.ZERO.toString();

  private final TestHttpServer server = new TestHttpServer(this::answer);
  private final Deployment deployment;
  private byte[] code;
  private String creation;
  private long now;
  private Bytes32 head;

  /** A node that agrees with the file, its latest block at that time. */
  public TestNode(Deployment deployment, long now) throws IOException {
    this.deployment = deployment;
    this.code = code(deployment);
    this.creation = Hex.encode(RegistryArtifact.load().creationCode());
    this.now = now;
    this.head = deployment.genesis().head0();
  }

  /** The runtime code is the tail of the creation code; the constructor fills in the immutables. */
  public static byte[] code(Deployment deployment) {
    RegistryArtifact artifact = RegistryArtifact.load();
    byte[] creation = artifact.creationCode();
    for (int at = creation.length - artifact.runtimeLength(); at >= 0; at--) {
      byte[] candidate = Arrays.copyOfRange(creation, at, at + artifact.runtimeLength());
      if (Arrays.equals(Keccak256.hash(candidate).bytes(), artifact.runtimeHash())) {
        artifact.immutables().forEach(range -> fill(candidate, range, deployment));
        return candidate;
      }
    }
    throw new IllegalStateException("the creation code does not hold the runtime code");
  }

  private static void fill(byte[] code, ImmutableRange range, Deployment deployment) {
    JsonObject parameters = deployment.genesis().parameters().toJson();
    Json value = parameters.members().get(range.name());
    String text =
        value instanceof JsonString decimal ? decimal.value() : String.valueOf(number(value));
    byte[] bytes = new BigInteger(text).toByteArray();
    System.arraycopy(bytes, 0, code, range.start() + range.length() - bytes.length, bytes.length);
  }

  private static long number(@Nullable Json value) {
    return ((JsonInteger) Objects.requireNonNull(value)).value();
  }

  public URI address() {
    return server.address();
  }

  public synchronized void setCode(byte[] other) {
    code = other;
  }

  public synchronized void setCreation(String other) {
    creation = other;
  }

  public synchronized void setNow(long time) {
    now = time;
  }

  /** The log has gone on, and so far it is final. */
  public synchronized void setHead(Bytes32 other) {
    head = other;
  }

  private synchronized Answer answer(String method, String path, byte[] body) {
    JsonObject request = (JsonObject) StrictJson.parse(body, MAX);
    JsonString name = (JsonString) Objects.requireNonNull(request.members().get("method"));
    return Answer.of(
        new ObjectWriter()
            .text("jsonrpc", "2.0")
            .number("id", 1)
            .json("result", result(name.value()))
            .toJson());
  }

  private Json result(String method) {
    return switch (method) {
      case "eth_chainId" -> quantity(deployment.domain().chainId());
      case "eth_getCode" -> new JsonString(Hex.encode(code));
      case "eth_getStorageAt" -> new JsonString(head.toString());
      case "eth_getLogs" -> new JsonArray(List.of(new ObjectWriter().toJson()));
      case "eth_getTransactionReceipt" ->
          new ObjectWriter().address("contractAddress", deployment.domain().registry()).toJson();
      case "eth_getBlockByNumber" -> block();
      default -> throw new IllegalArgumentException(method);
    };
  }

  private JsonObject block() {
    JsonObject transaction =
        new ObjectWriter().text("hash", TRANSACTION).text("input", creation + "00").toJson();
    return new ObjectWriter()
        .json("number", quantity(deployment.deploymentBlock()))
        .text("hash", Bytes32.ZERO.toString())
        .json("timestamp", quantity(now))
        .array("transactions", List.of(transaction), each -> each)
        .toJson();
  }

  private static JsonString quantity(long value) {
    return new JsonString("0x" + Long.toHexString(value));
  }

  @Override
  public void close() {
    server.close();
  }
}
