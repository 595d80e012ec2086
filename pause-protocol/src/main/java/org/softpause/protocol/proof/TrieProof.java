package org.softpause.protocol.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Verifies a Merkle-Patricia proof (yellow paper, appendix D; EIP-1186): the nodes from the root of
 * a trie down to one key. A trie's key is the keccak256 of what it looks up.
 */
final class TrieProof {
  /** A key has 64 nibbles and a path cannot be longer. */
  static final int MAX_NODES = 65;

  /**
   * The root of an empty trie. Some Ethereum nodes prove it by one empty trie node, some by none.
   */
  private static final Bytes32 EMPTY_ROOT = Keccak256.hash(Rlp.encode(new Rlp.Bytes(new byte[0])));

  private static final int BRANCH_ITEMS = 17;
  private static final int MAX_EMBEDDED = 32;

  private final List<byte[]> nodes;
  private final byte[] nibbles;
  private int used;
  private int depth;

  private TrieProof(Bytes32 key, List<byte[]> nodes) {
    this.nodes = nodes;
    this.nibbles = nibbles(key.bytes());
  }

  /**
   * Returns the value under a key, or nothing if the nodes prove that there is none.
   *
   * @throws RuleViolation {@link Rule#PROOF_INVALID} or {@link Rule#RLP_MALFORMED}
   */
  static Optional<byte[]> lookUp(Bytes32 root, byte[] preimage, List<byte[]> nodes) {
    TrieProof proof = new TrieProof(Keccak256.hash(preimage), nodes);
    Optional<byte[]> value = proof.descend(root);
    if (proof.used != nodes.size()) {
      throw invalid("nodes that the path does not visit");
    }
    return value;
  }

  private Optional<byte[]> descend(Bytes32 root) {
    if (nodes.isEmpty() && root.equals(EMPTY_ROOT)) {
      return Optional.empty();
    }
    Rlp node = hashed(root);
    if (isAbsent(node)) {
      return Optional.empty();
    }
    while (true) {
      List<Rlp> items = node.asItems();
      if (items.size() == BRANCH_ITEMS) {
        Rlp child = branch(items);
        if (isAbsent(child)) {
          return Optional.empty();
        }
        node = resolve(child);
      } else if (items.size() == 2) {
        Path path = Path.decode(items.get(0).asBytes());
        if (!matches(path)) {
          return Optional.empty();
        }
        if (path.isLeaf) {
          return Optional.of(items.get(1).asBytes());
        }
        node = resolve(items.get(1));
      } else {
        throw invalid("a node has 2 or 17 items");
      }
    }
  }

  private Rlp branch(List<Rlp> items) {
    if (depth == nibbles.length) {
      throw invalid("a branch below the end of the key");
    }
    return items.get(nibbles[depth++]);
  }

  private static boolean isAbsent(Rlp child) {
    return child instanceof Rlp.Bytes bytes && bytes.value().length == 0;
  }

  /**
   * Whether the path follows the key. A leaf must end with the key; a path that diverges proves
   * that the key is absent.
   */
  private boolean matches(Path path) {
    byte[] step = path.nibbles;
    int end = depth + step.length;
    if (end > nibbles.length || (path.isLeaf && end != nibbles.length)) {
      throw invalid("a path is not as long as the key");
    }
    if (!path.isLeaf && step.length == 0) {
      throw invalid("an extension by nothing");
    }
    boolean matches = Arrays.equals(nibbles, depth, end, step, 0, step.length);
    depth = end;
    return matches;
  }

  private Rlp resolve(Rlp reference) {
    if (reference instanceof Rlp.Bytes hash && hash.value().length == Bytes32.LENGTH) {
      return hashed(Bytes32.of(hash.value()));
    }
    if (reference instanceof Rlp.Items && Rlp.encode(reference).length < MAX_EMBEDDED) {
      return reference;
    }
    throw invalid("a reference is a hash, or a node shorter than one");
  }

  private Rlp hashed(Bytes32 hash) {
    if (used == nodes.size()) {
      throw invalid("a node is missing");
    }
    byte[] encoded = nodes.get(used++);
    if (!Keccak256.hash(encoded).equals(hash)) {
      throw invalid("node " + (used - 1) + " has another hash");
    }
    return Rlp.decode(encoded);
  }

  private static byte[] nibbles(byte[] key) {
    byte[] nibbles = new byte[2 * key.length];
    for (int i = 0; i < key.length; i++) {
      nibbles[2 * i] = (byte) ((key[i] & 0xff) >>> 4);
      nibbles[2 * i + 1] = (byte) (key[i] & 0xf);
    }
    return nibbles;
  }

  private static RuleViolation invalid(String detail) {
    return new RuleViolation(Rule.PROOF_INVALID, "not a path of this trie: " + detail);
  }

  /**
   * A path in hex-prefix encoding: a flag nibble, a padding nibble if the length is even, then the
   * nibbles.
   */
  private static final class Path {
    private final byte[] nibbles;
    private final boolean isLeaf;

    private Path(byte[] nibbles, boolean isLeaf) {
      this.nibbles = nibbles;
      this.isLeaf = isLeaf;
    }

    static Path decode(byte[] encoded) {
      if (encoded.length == 0) {
        throw invalid("an empty path");
      }
      byte[] all = TrieProof.nibbles(encoded);
      int flag = all[0];
      boolean odd = (flag & 1) == 1;
      if (flag > 3 || (!odd && all[1] != 0)) {
        throw invalid("a path with an unknown flag");
      }
      return new Path(Arrays.copyOfRange(all, odd ? 1 : 2, all.length), flag >= 2);
    }
  }
}
