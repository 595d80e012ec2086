package org.softpause.protocol.proof;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The proof of the registry's head at a block (protocol "Token", anchor_proof; EIP-1186): the
 * block's header, the registry's account under its state root, and storage slot 0 under the
 * account. It does not show that the block is on the chain.
 */
public final class AnchorProof {
  private static final int MAX_NODE_BYTES = 1_024;
  private static final int ACCOUNT_MEMBERS = 4;
  private static final int STORAGE_ROOT = 2;
  private static final byte[] HEAD_SLOT = new byte[Bytes32.LENGTH];

  private final BlockHeader header;
  private final List<byte[]> account;
  private final List<byte[]> storage;

  AnchorProof(BlockHeader header, List<byte[]> account, List<byte[]> storage) {
    this.header = header;
    this.account = requireSmall(account);
    this.storage = requireSmall(storage);
  }

  private static List<byte[]> requireSmall(List<byte[]> nodes) {
    if (nodes.size() > TrieProof.MAX_NODES
        || nodes.stream().anyMatch(node -> node.length > MAX_NODE_BYTES)) {
      throw new RuleViolation(Rule.TOO_LARGE, "a proof has at most 65 nodes of 1024 bytes");
    }
    return List.copyOf(nodes);
  }

  /**
   * Verifies the proof and returns the head that it shows for this registry.
   *
   * @throws RuleViolation {@link Rule#PROOF_MALFORMED}, {@link Rule#PROOF_INVALID} or {@link
   *     Rule#RLP_MALFORMED}
   */
  public Bytes32 head(Address registry) {
    byte[] state =
        TrieProof.lookUp(header.stateRoot(), registry.bytes(), account)
            .orElseThrow(() -> absent("the block has no account " + registry));
    byte[] value =
        TrieProof.lookUp(storageRoot(state), HEAD_SLOT, storage)
            .orElseThrow(() -> absent("storage slot 0 of " + registry + " is zero"));
    byte[] minimal = Rlp.decode(value).asBytes();
    if (minimal.length == 0 || minimal.length > Bytes32.LENGTH || minimal[0] == 0) {
      throw new RuleViolation(Rule.PROOF_MALFORMED, "a storage value is minimal and not zero");
    }
    byte[] word = new byte[Bytes32.LENGTH];
    System.arraycopy(minimal, 0, word, word.length - minimal.length, minimal.length);
    return Bytes32.of(word);
  }

  /**
   * Returns if the proof shows exactly this head at exactly this block.
   *
   * @throws RuleViolation {@link Rule#PROOF_HEADER_MISMATCH}, {@link Rule#PROOF_HEAD_MISMATCH}, or
   *     as {@link #head}
   */
  public void check(BlockRef block, Address registry, Bytes32 head) {
    if (!header.block().equals(block)) {
      throw new RuleViolation(
          Rule.PROOF_HEADER_MISMATCH, "the header is of " + header.block() + ", not " + block);
    }
    Bytes32 proven = head(registry);
    if (!proven.equals(head)) {
      throw new RuleViolation(Rule.PROOF_HEAD_MISMATCH, "the head proven is " + proven);
    }
  }

  private static Bytes32 storageRoot(byte[] account) {
    List<Rlp> members = Rlp.decode(account).asItems();
    if (members.size() != ACCOUNT_MEMBERS) {
      throw new RuleViolation(Rule.PROOF_MALFORMED, "an account has 4 members");
    }
    byte[] root = members.get(STORAGE_ROOT).asBytes();
    if (root.length != Bytes32.LENGTH) {
      throw new RuleViolation(Rule.PROOF_MALFORMED, "a storage root has 32 bytes");
    }
    return Bytes32.of(root);
  }

  private static RuleViolation absent(String detail) {
    return new RuleViolation(Rule.PROOF_INVALID, detail);
  }

  /** The block that the proof starts from. */
  public BlockRef block() {
    return header.block();
  }

  /** Codec for {@link ObjectReader#object}. */
  public static AnchorProof read(ObjectReader in) {
    return new AnchorProof(
        in.value("header", hex -> BlockHeader.decode(Hex.parse(hex))),
        in.values("account", Hex::parse),
        in.values("storage", Hex::parse));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .hex("header", header.rlp())
        .array("account", account, node -> new JsonString(Hex.encode(node)))
        .array("storage", storage, node -> new JsonString(Hex.encode(node)))
        .toJson();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnchorProof that
        && header.equals(that.header)
        && Arrays.deepEquals(account.toArray(), that.account.toArray())
        && Arrays.deepEquals(storage.toArray(), that.storage.toArray());
  }

  @Override
  public int hashCode() {
    return header.hashCode();
  }
}
