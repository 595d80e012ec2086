package org.softpause.protocol.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;

/** Builds the nodes of a Merkle-Patricia trie by hand, well formed or not. */
final class HandmadeTrie {
  static final Rlp NONE = new Rlp.Bytes(new byte[0]);

  private HandmadeTrie() {}

  /** The 64 nibbles of the trie key of a preimage. */
  static int[] nibbles(byte[] preimage) {
    byte[] key = Keccak256.hash(preimage).bytes();
    int[] nibbles = new int[2 * key.length];
    for (int i = 0; i < nibbles.length; i++) {
      nibbles[i] = (key[i / 2] >>> (i % 2 == 0 ? 4 : 0)) & 0xf;
    }
    return nibbles;
  }

  static int[] part(int[] nibbles, int from, int to) {
    return Arrays.copyOfRange(nibbles, from, to);
  }

  static Rlp leaf(int[] path, byte[] value) {
    return pair(path(2, path), new Rlp.Bytes(value));
  }

  static Rlp extension(int[] path, Rlp child) {
    return pair(path(0, path), child);
  }

  static Rlp pair(byte[] encodedPath, Rlp second) {
    return new Rlp.Items(List.of(new Rlp.Bytes(encodedPath), second));
  }

  /** A branch with one child. */
  static Rlp branch(int nibble, Rlp child) {
    List<Rlp> items = new ArrayList<>(Collections.nCopies(17, NONE));
    items.set(nibble, child);
    return new Rlp.Items(items);
  }

  /** Refers to a node by its hash. */
  static Rlp hash(Rlp node) {
    return new Rlp.Bytes(root(node).bytes());
  }

  static Bytes32 root(Rlp node) {
    return Keccak256.hash(Rlp.encode(node));
  }

  static List<byte[]> nodes(Rlp... nodes) {
    return Arrays.stream(nodes).map(Rlp::encode).toList();
  }

  /** The hex-prefix encoding with this flag, to which an odd path adds 1. */
  private static byte[] path(int flag, int[] nibbles) {
    List<Integer> all = new ArrayList<>();
    all.add(flag + nibbles.length % 2);
    if (nibbles.length % 2 == 0) {
      all.add(0);
    }
    Arrays.stream(nibbles).forEach(all::add);
    byte[] path = new byte[all.size() / 2];
    for (int i = 0; i < path.length; i++) {
      path[i] = (byte) (all.get(2 * i) << 4 | all.get(2 * i + 1));
    }
    return path;
  }
}
