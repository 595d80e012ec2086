package org.softpause.e2e.harness;

import java.math.BigInteger;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON-RPC client of an Ethereum node. */
public record EthereumRpc(JsonApi api) {

  public static EthereumRpc at(URI endpoint) {
    return new EthereumRpc(JsonApi.at(endpoint));
  }

  public URI endpoint() {
    return api.base();
  }

  /**
   * Makes a call with text parameters.
   *
   * @throws RpcError if the node answers with an error
   */
  public JsonNode call(String method, String... parameters) {
    ArrayNode params = JsonTree.object().putArray("params");
    for (String parameter : parameters) {
      params.add(parameter);
    }
    return call(method, params);
  }

  /** Makes a call with any JSON as parameters. */
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

  /** Returns the number of the block with a tag such as {@code latest} or {@code finalized}. */
  public long blockNumber(String tag) {
    return quantity(block(tag).path("number")).longValueExact();
  }

  /** Returns the time of the block with a tag, in Unix seconds. */
  public long timestamp(String tag) {
    return quantity(block(tag).path("timestamp")).longValueExact();
  }

  /** Returns a block by tag or hexadecimal number, without its transactions. */
  public JsonNode block(String tag) {
    return call("eth_getBlockByNumber", JsonTree.object().putArray("params").add(tag).add(false));
  }

  static BigInteger quantity(JsonNode hex) {
    return new BigInteger(hex.asString().substring(2), 16);
  }
}
