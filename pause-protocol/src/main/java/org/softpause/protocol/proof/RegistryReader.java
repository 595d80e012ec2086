package org.softpause.protocol.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonBoolean;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Deployment;
import tools.jackson.databind.JsonNode;

/**
 * Reads a registry from one Ethereum node. Every method throws {@link RpcException} if the node
 * cannot be reached or does not answer as the standard says.
 */
public final class RegistryReader {
  private static final String HEAD_SLOT = "0x0";
  private static final Bytes32 GENESIS_TOPIC =
      Keccak256.hash(
          ("Genesis(bytes32,uint256,uint48,uint48,"
                  + "(uint64,uint32,uint32,uint32,uint16,uint32,uint32),"
                  + "(uint256,uint256,bool,bytes32)[],(uint256,uint256,bool,bytes32)[])")
              .getBytes(UTF_8));

  private final JsonRpc rpc;
  private final Address registry;

  public RegistryReader(JsonRpc rpc, Address registry) {
    this.rpc = rpc;
    this.registry = registry;
  }

  public long chainId() throws RpcException {
    return RpcValues.number(rpc.call("eth_chainId"), "chainId");
  }

  public BlockRef block(BlockTag tag) throws RpcException {
    return RpcBlock.reference(
        rpc.call("eth_getBlockByNumber", new JsonString(tag.rpcName()), new JsonBoolean(false)));
  }

  /** The block with that number on the node's chain. */
  public BlockRef block(long number) throws RpcException {
    return RpcBlock.reference(
        rpc.call("eth_getBlockByNumber", new JsonString(quantity(number)), new JsonBoolean(false)));
  }

  /**
   * Returns all events of the registry within these blocks, both included, in the chain's order.
   * Many nodes refuse a range that is too wide for them, and no standard says how.
   */
  public List<EventLog> logs(long from, long to) throws RpcException {
    JsonObject filter =
        new ObjectWriter()
            .address("address", registry)
            .text("fromBlock", quantity(from))
            .text("toBlock", quantity(to))
            .toJson();
    return RpcLogs.read(rpc.call("eth_getLogs", filter), registry, from, to);
  }

  private static String quantity(long number) {
    return "0x" + Long.toHexString(number);
  }

  /** Returns the head of the log at that block; all zero where there is no registry. */
  public Bytes32 head(BlockRef block) throws RpcException {
    JsonNode word =
        rpc.call("eth_getStorageAt", address(), new JsonString(HEAD_SLOT), exactly(block));
    return RpcValues.bytes32(word, "storage");
  }

  /** Returns the code at the registry's address; empty where there is none. */
  public byte[] code(BlockRef block) throws RpcException {
    return RpcValues.data(rpc.call("eth_getCode", address(), exactly(block)), "code");
  }

  /**
   * Fetches a proof of the head at that block. Its header is checked against the block's hash, the
   * rest is not checked.
   */
  public AnchorProof proof(BlockRef block) throws RpcException {
    JsonNode blockNode =
        rpc.call(
            "eth_getBlockByHash", new JsonString(block.hash().toString()), new JsonBoolean(false));
    BlockHeader header = RpcBlock.header(blockNode);
    Json slots = new JsonArray(List.of(new JsonString(Bytes32.ZERO.toString())));
    JsonNode proof = rpc.call("eth_getProof", address(), slots, exactly(block));
    try {
      return new AnchorProof(
          header,
          RpcValues.dataList(proof.path("accountProof"), "accountProof"),
          RpcValues.dataList(proof.path("storageProof").path(0).path("proof"), "storageProof"));
    } catch (RuleViolation tooLarge) {
      throw new RpcException("eth_getProof: " + tooLarge.detail(), tooLarge);
    }
  }

  /**
   * Returns if the chain agrees with a deployment file: chain id, code at the address, and the
   * Genesis event with the file's head_0. Which code it is, the file's hash of it says.
   *
   * @throws RuleViolation {@link Rule#WRONG_CHAIN}, {@link Rule#WRONG_REGISTRY}, {@link
   *     Rule#DEPLOYMENT_CODE_MISMATCH} or {@link Rule#DEPLOYMENT_NOT_ON_CHAIN}
   */
  public void check(Deployment deployment) throws RpcException {
    if (chainId() != deployment.domain().chainId()) {
      throw new RuleViolation(Rule.WRONG_CHAIN, "the node is not on the deployment's chain");
    }
    if (!registry.equals(deployment.domain().registry())) {
      throw new RuleViolation(Rule.WRONG_REGISTRY, "the deployment is of another registry");
    }
    if (!Keccak256.hash(code(block(BlockTag.LATEST))).equals(deployment.codeHash())) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_CODE_MISMATCH, "the registry's code does not have the hash stated");
    }
    requireGenesis(deployment);
  }

  private void requireGenesis(Deployment deployment) throws RpcException {
    String number = quantity(deployment.deploymentBlock());
    JsonObject filter =
        new ObjectWriter()
            .address("address", registry)
            .text("fromBlock", number)
            .text("toBlock", number)
            .texts(
                "topics",
                List.of(GENESIS_TOPIC.toString(), deployment.genesis().head0().toString()))
            .toJson();
    JsonNode events = rpc.call("eth_getLogs", filter);
    if (!events.isArray() || events.size() != 1) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_NOT_ON_CHAIN,
          "block " + deployment.deploymentBlock() + " has no Genesis event with this head_0");
    }
  }

  private Json address() {
    return new JsonString(registry.toString());
  }

  /**
   * Names a block by its hash (EIP-1898), so that a reorganisation between two calls is noticed.
   */
  private static Json exactly(BlockRef block) {
    return new ObjectWriter().bytes32("blockHash", block.hash()).toJson();
  }
}
