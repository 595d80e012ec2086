package org.softpause.e2e.harness;

import java.math.BigInteger;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC to an Ethereum node, as anybody could speak it. */
public record EthereumRpc(JsonApi api) {

  public static EthereumRpc at(URI endpoint) {
    return new EthereumRpc(JsonApi.at(endpoint));
  }

  public URI endpoint() {
    return api.base();
  }

  /**
   * One call with text parameters.
   *
   * @throws RpcError what the node answered instead of a result
   */
  public JsonNode call(String method, String... parameters) {
    ArrayNode params = JsonTree.object().putArray("params");
    for (String parameter : parameters) {
      params.add(parameter);
    }
    return call(method, params);
  }

  /** The same with any JSON as parameters. */
  public JsonNode call(String method, ArrayNode parameters) {
    ObjectNode request = JsonTree.object();
    request.put("jsonrpc", "2.0").put("id", 1).put("method", method);
    request.set("params", parameters);
    JsonNode answer = api.post("", request);
    if (answer.has("error")) {
      throw RpcError.of(method, answer.get("error"));
    }
    return answer.path("result");
  }

  /** The number of a block that the node calls {@code latest} or {@code finalized}. */
  public long blockNumber(String tag) {
    return quantity(block(tag).path("number")).longValueExact();
  }

  /** The time of such a block in Unix seconds. */
  public long timestamp(String tag) {
    return quantity(block(tag).path("timestamp")).longValueExact();
  }

  /** A block by tag or number in hex, without its transactions. */
  public JsonNode block(String tag) {
    return call("eth_getBlockByNumber", JsonTree.object().putArray("params").add(tag).add(false));
  }

  static BigInteger quantity(JsonNode hex) {
    return new BigInteger(hex.asString().substring(2), 16);
  }
}
