package org.softpause.e2e.attack;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Locale;
import org.softpause.e2e.harness.EthereumRpc;
import org.softpause.e2e.harness.JsonTree;
import org.softpause.e2e.harness.RpcError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract call that anchored a decision, copied from the chain. An attacker may alter it and
 * repeat it: on the state before its block, where only the alteration can make it fail, or on the
 * latest state.
 *
 * @param input the call data in hex
 * @param block the number of the block in which it was anchored
 */
public record AnchoringCall(EthereumRpc rpc, String registry, String input, long block) {

  private static final String BY = "registry contract";
  private static final int SELECTOR = 10;
  private static final int WORD = 64;
  private static final int CEILING_WORD = 3;

  /** Reads the transaction that anchored a decision. */
  public static AnchoringCall of(EthereumRpc rpc, JsonNode anchor) {
    JsonNode transaction =
        rpc.call("eth_getTransactionByHash", anchor.path("transaction").asString());
    return new AnchoringCall(
        rpc,
        transaction.path("to").asString(),
        transaction.path("input").asString(),
        anchor.path("block").path("number").asLong());
  }

  /** Returns the call with another ceiling in the pause and the old signature. */
  AnchoringCall withCeiling(int ceilingBps) {
    int pause = wordAt(0).intValueExact() * 2;
    return withWord(SELECTOR + pause + CEILING_WORD * WORD, BigInteger.valueOf(ceilingBps));
  }

  /** Returns the call with another z in its only signature; z is the last word. */
  AnchoringCall withResponse(BigInteger z) {
    return withWord(input.length() - WORD, z);
  }

  /** Makes the call on the state just before the decision was anchored. */
  AttackResult beforeAnchoring() throws IOException {
    return on("0x" + Long.toHexString(block - 1));
  }

  /** Makes the call on the latest state. */
  AttackResult now() throws IOException {
    return on("latest");
  }

  private AttackResult on(String tag) throws IOException {
    ArrayNode parameters = JsonTree.object().putArray("params");
    ObjectNode call = parameters.addObject();
    call.put("to", registry).put("data", input);
    parameters.add(tag);
    try {
      rpc.call("eth_call", parameters);
      return AttackResult.none(BY, "took it");
    } catch (RpcError e) {
      return new AttackResult(BY, ContractErrors.load().name(e.data()), "the call reverts");
    }
  }

  private BigInteger wordAt(int place) {
    int start = SELECTOR + place * WORD;
    return new BigInteger(input.substring(start, start + WORD), 16);
  }

  private AnchoringCall withWord(int start, BigInteger value) {
    String word = String.format(Locale.ROOT, "%064x", value);
    String altered = input.substring(0, start) + word + input.substring(start + WORD);
    return new AnchoringCall(rpc, registry, altered, block);
  }
}
