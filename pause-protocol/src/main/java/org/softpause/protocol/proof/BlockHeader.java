package org.softpause.protocol.proof;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * A block header of Ethereum's execution layer, as the bytes that its hash covers. It has 15
 * members since Frontier and more with each fork (21 with Prague and Osaka), of which a few are
 * read.
 */
public final class BlockHeader {
  static final int MAX_BYTES = 2_048;
  private static final int FRONTIER_MEMBERS = 15;
  private static final int STATE_ROOT = 3;
  private static final int NUMBER = 8;
  private static final int TIMESTAMP = 11;

  private final byte[] rlp;
  private final Bytes32 stateRoot;
  private final BlockRef block;

  private BlockHeader(byte[] rlp, Bytes32 stateRoot, BlockRef block) {
    this.rlp = rlp;
    this.stateRoot = stateRoot;
    this.block = block;
  }

  /**
   * Decodes a header strictly.
   *
   * @throws RuleViolation {@link Rule#RLP_MALFORMED} or {@link Rule#PROOF_MALFORMED}
   */
  public static BlockHeader decode(byte[] rlp) {
    if (rlp.length > MAX_BYTES) {
      throw new RuleViolation(Rule.TOO_LARGE, "a block header has at most 2048 bytes");
    }
    List<Rlp> members = Rlp.decode(rlp).asItems();
    if (members.size() < FRONTIER_MEMBERS) {
      throw new RuleViolation(Rule.PROOF_MALFORMED, "a block header has at least 15 members");
    }
    byte[] root = members.get(STATE_ROOT).asBytes();
    if (root.length != Bytes32.LENGTH) {
      throw new RuleViolation(Rule.PROOF_MALFORMED, "a state root has 32 bytes");
    }
    BlockRef block =
        new BlockRef(
            members.get(NUMBER).asNumber(), Keccak256.hash(rlp), members.get(TIMESTAMP).asNumber());
    return new BlockHeader(rlp.clone(), Bytes32.of(root), block);
  }

  /** Returns a copy. */
  public byte[] rlp() {
    return rlp.clone();
  }

  public Bytes32 stateRoot() {
    return stateRoot;
  }

  public BlockRef block() {
    return block;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BlockHeader that && Arrays.equals(rlp, that.rlp);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rlp);
  }

  @Override
  public String toString() {
    return "header of " + block;
  }
}
