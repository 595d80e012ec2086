package org.softpause.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.proof.HandmadeTrie.branch;
import static org.softpause.protocol.proof.HandmadeTrie.extension;
import static org.softpause.protocol.proof.HandmadeTrie.hash;
import static org.softpause.protocol.proof.HandmadeTrie.leaf;
import static org.softpause.protocol.proof.HandmadeTrie.nodes;
import static org.softpause.protocol.proof.HandmadeTrie.pair;
import static org.softpause.protocol.proof.HandmadeTrie.part;
import static org.softpause.protocol.proof.HandmadeTrie.root;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Walks tries made by hand, because a real one never has a malformed node. */
class TrieProofTest {
  private static final byte[] KEY = {7};
  private static final int[] PATH = HandmadeTrie.nibbles(KEY);
  private static final byte[] VALUE = {1, 2, 3};

  /** Looks the key up in a trie whose first node is the root. */
  private static Optional<byte[]> lookUp(Rlp... path) {
    return TrieProof.lookUp(root(path[0]), KEY, nodes(path));
  }

  private static void refuse(String detail, Rlp... path) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> lookUp(path))
        .withMessageContaining(detail)
        .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.PROOF_INVALID));
  }

  private static int[] changed(int[] path, int at) {
    int[] changed = path.clone();
    changed[at] ^= 1;
    return changed;
  }

  private static int[] longer(int[] path) {
    return Arrays.copyOf(path, path.length + 1);
  }

  @Test
  void aLeafWithTheWholeKeyHoldsItsValue() {
    assertThat(lookUp(leaf(PATH, VALUE))).contains(VALUE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 62, 63})
  void aLeafThatDiffersAnywhereProvesAbsence(int at) {
    assertThat(lookUp(leaf(changed(PATH, at), VALUE))).isEmpty();
  }

  @Test
  void aLeafEndsWhereTheKeyEnds() {
    refuse("a path is not as long as the key", leaf(part(PATH, 0, 63), VALUE));
    refuse("a path is not as long as the key", leaf(part(PATH, 0, 0), VALUE));
    refuse("a path is not as long as the key", leaf(longer(PATH), VALUE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 62, 63})
  void anExtensionLeadsToItsBranch(int length) {
    Rlp leaf = leaf(part(PATH, length + 1, 64), VALUE);
    Rlp below = branch(PATH[length], hash(leaf));
    assertThat(lookUp(extension(part(PATH, 0, length), hash(below)), below, leaf)).contains(VALUE);
  }

  private static Rlp emptyLeaf() {
    return leaf(new int[0], VALUE);
  }

  @Test
  void anExtensionThatDivergesProvesAbsence() {
    Rlp below = branch(0, HandmadeTrie.NONE);
    assertThat(lookUp(extension(changed(part(PATH, 0, 5), 4), hash(below)))).isEmpty();
  }

  @Test
  void anExtensionByNothingIsRefused() {
    refuse("an extension by nothing", extension(new int[0], hash(leaf(PATH, VALUE))));
  }

  @Test
  void anExtensionDoesNotReachBeyondTheKey() {
    Rlp below = branch(0, HandmadeTrie.NONE);
    refuse("a path is not as long as the key", extension(longer(PATH), hash(below)), below);
    refuse("a branch below the end of the key", extension(PATH, hash(below)), below);
  }

  @Test
  void anEmptyTrieIsProvenByItsEmptyNodeOrByNone() {
    assertThat(lookUp(HandmadeTrie.NONE)).isEmpty();
    assertThat(TrieProof.lookUp(root(HandmadeTrie.NONE), KEY, List.of())).isEmpty();
    Rlp other = leaf(PATH, VALUE);
    assertRefused(Rule.PROOF_INVALID, () -> TrieProof.lookUp(root(other), KEY, List.of()));
  }

  @Test
  void anEmptyPlaceInABranchProvesAbsence() {
    assertThat(lookUp(branch(PATH[0] ^ 1, hash(leaf(part(PATH, 1, 64), VALUE))))).isEmpty();
  }

  @Test
  void aKeyMayTakeSixtyFiveNodes() {
    List<Rlp> path = new ArrayList<>();
    path.add(emptyLeaf());
    for (int depth = 63; depth >= 0; depth--) {
      Rlp child = path.getFirst();
      path.addFirst(branch(PATH[depth], depth == 63 ? child : hash(child)));
    }
    path.removeLast();
    assertThat(lookUp(path.toArray(Rlp[]::new))).as("the leaf is embedded").contains(VALUE);
    path.addLast(leaf(new int[0], new byte[40]));
    path.set(63, branch(PATH[63], hash(path.getLast())));
    for (int depth = 62; depth >= 0; depth--) {
      path.set(depth, branch(PATH[depth], hash(path.get(depth + 1))));
    }
    assertThat(path).hasSize(TrieProof.MAX_NODES);
    assertThat(lookUp(path.toArray(Rlp[]::new))).contains(new byte[40]);
  }

  @Test
  void aNodeIsEmbeddedOnlyIfItIsShorterThanAHash() {
    Rlp short31 = leaf(part(PATH, 63, 64), new byte[28]);
    Rlp long32 = leaf(part(PATH, 63, 64), new byte[29]);
    assertThat(Rlp.encode(short31)).hasSize(31);
    assertThat(Rlp.encode(long32)).hasSize(32);
    Rlp good = branch(PATH[62], short31);
    Rlp bad = branch(PATH[62], long32);
    int[] first = part(PATH, 0, 62);
    assertThat(lookUp(extension(first, hash(good)), good)).contains(new byte[28]);
    refuse("a reference is a hash", extension(first, hash(bad)), bad);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 33})
  void aReferenceThatIsNoHashIsRefused(int length) {
    refuse("a reference is a hash", branch(PATH[0], new Rlp.Bytes(new byte[length])));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 16, 18})
  void aNodeOfAnotherSizeIsRefused(int size) {
    refuse(
        "a node has 2 or 17 items",
        new Rlp.Items(Collections.nCopies(size, new Rlp.Bytes(new byte[] {9}))));
  }

  @Test
  void aPathIsInItsOneEncoding() {
    Rlp value = new Rlp.Bytes(VALUE);
    refuse("an empty path", pair(new byte[0], value));
    refuse("a path with an unknown flag", pair(new byte[] {0x40}, value));
    refuse("a path with an unknown flag", pair(new byte[] {(byte) 0xf0}, value));
    refuse("a path with an unknown flag", pair(new byte[] {0x21}, value));
    refuse("a path with an unknown flag", pair(new byte[] {0x01, 0x11}, value));
  }

  @Test
  void everyNodeOfAProofIsNeededAndHasItsHash() {
    Rlp leaf = leaf(part(PATH, 1, 64), VALUE);
    Rlp top = branch(PATH[0], hash(leaf));
    assertThat(lookUp(top, leaf)).contains(VALUE);
    refuse("a node is missing", top);
    refuse("node 1 has another hash", top, leaf(part(PATH, 1, 64), new byte[] {1, 2}));
    refuse("nodes that the path does not visit", top, leaf, leaf);
    assertRefused(Rule.PROOF_INVALID, () -> TrieProof.lookUp(root(leaf), KEY, nodes(top, leaf)));
  }
}
