package org.softpause.protocol.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The recorded answers of a real node about a registry after five decisions. */
final class RecordedProof {
  private static final JsonNode ANSWERS = load();

  static final Address REGISTRY = Address.parse(answer("registry").asString());
  static final Bytes32 HEAD = Bytes32.parse(answer("head").asString());

  private RecordedProof() {}

  private static JsonNode load() {
    try (InputStream in =
        Objects.requireNonNull(RecordedProof.class.getResourceAsStream("anvil-proof.json"))) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of block, proof, absentAccount and absentSlot. */
  static JsonNode answer(String name) {
    return Objects.requireNonNull(ANSWERS.get(name));
  }

  static BlockHeader header() {
    try {
      return RpcBlock.header(answer("block"));
    } catch (RpcException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<byte[]> account(String name) {
    return nodes(answer(name).path("accountProof"));
  }

  static List<byte[]> storage(String name) {
    return nodes(answer(name).path("storageProof").path(0).path("proof"));
  }

  static Bytes32 storageRoot(String name) {
    return Bytes32.parse(answer(name).path("storageHash").asString());
  }

  private static List<byte[]> nodes(JsonNode array) {
    try {
      return RpcValues.dataList(array, "proof");
    } catch (RpcException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AnchorProof proof() {
    return new AnchorProof(header(), account("proof"), storage("proof"));
  }
}
