package org.softpause.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import tools.jackson.databind.JsonNode;

/** Reads a block from a node's answer, and rebuilds the header whose hash the node states. */
final class RpcBlock {
  /** How a member is encoded: data as it is, quantities without leading zeros. */
  private enum Kind {
    DATA,
    QUANTITY
  }

  private record Member(String name, Kind kind) {}

  private static final List<Member> FRONTIER =
      List.of(
          data("parentHash"),
          data("sha3Uncles"),
          data("miner"),
          data("stateRoot"),
          data("transactionsRoot"),
          data("receiptsRoot"),
          data("logsBloom"),
          quantity("difficulty"),
          quantity("number"),
          quantity("gasLimit"),
          quantity("gasUsed"),
          quantity("timestamp"),
          data("extraData"),
          data("mixHash"),
          data("nonce"));

  /** Members in the order in which forks appended them: London, Shanghai, Cancun, Prague. */
  private static final List<Member> LATER =
      List.of(
          quantity("baseFeePerGas"),
          data("withdrawalsRoot"),
          quantity("blobGasUsed"),
          quantity("excessBlobGas"),
          data("parentBeaconBlockRoot"),
          data("requestsHash"));

  private RpcBlock() {}

  private static Member data(String name) {
    return new Member(name, Kind.DATA);
  }

  private static Member quantity(String name) {
    return new Member(name, Kind.QUANTITY);
  }

  static BlockRef reference(JsonNode block) throws RpcException {
    if (!block.isObject()) {
      throw new RpcException("the node does not know the block");
    }
    return new BlockRef(
        RpcValues.number(block.path("number"), "number"),
        RpcValues.bytes32(block.path("hash"), "hash"),
        RpcValues.number(block.path("timestamp"), "timestamp"));
  }

  /** Rebuilds the header and checks that it has the hash that the node states. */
  static BlockHeader header(JsonNode block) throws RpcException {
    BlockRef stated = reference(block);
    List<Rlp> members = new ArrayList<>();
    for (Member member : FRONTIER) {
      members.add(value(block, member));
    }
    for (Member member : LATER) {
      if (!block.hasNonNull(member.name())) {
        break;
      }
      members.add(value(block, member));
    }
    return requireHash(Rlp.encode(new Rlp.Items(members)), stated.hash());
  }

  private static BlockHeader requireHash(byte[] rlp, Bytes32 hash) throws RpcException {
    try {
      BlockHeader header = BlockHeader.decode(rlp);
      if (header.block().hash().equals(hash)) {
        return header;
      }
    } catch (RuleViolation malformed) {
      throw new RpcException("the block's members make no header", malformed);
    }
    throw new RpcException("the block's members do not have the hash that the node states");
  }

  private static Rlp value(JsonNode block, Member member) throws RpcException {
    JsonNode node = block.path(member.name());
    return new Rlp.Bytes(
        member.kind() == Kind.DATA
            ? RpcValues.data(node, member.name())
            : RpcValues.quantity(node, member.name()));
  }
}
