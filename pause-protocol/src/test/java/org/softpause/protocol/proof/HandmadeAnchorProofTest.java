package org.softpause.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Proofs whose hashes are all right and whose account, value or header is not. */
class HandmadeAnchorProofTest {
  private static final Address REGISTRY = Address.parse("0x" + "5a".repeat(20));

  private static byte[] bytes(int length, int each) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) each);
    return bytes;
  }

  private static Rlp storage(byte[] storedValue) {
    return HandmadeTrie.leaf(
        HandmadeTrie.nibbles(new byte[32]), Rlp.encode(new Rlp.Bytes(storedValue)));
  }

  private static Rlp account(int members, byte[] storageRoot) {
    List<Rlp> all = new ArrayList<>(Collections.nCopies(members, new Rlp.Bytes(new byte[] {1})));
    all.set(2, new Rlp.Bytes(storageRoot));
    return HandmadeTrie.leaf(
        HandmadeTrie.nibbles(REGISTRY.bytes()), Rlp.encode(new Rlp.Items(all)));
  }

  private static byte[] header(int members, byte[] stateRoot) {
    List<Rlp> all = new ArrayList<>(Collections.nCopies(members, new Rlp.Bytes(new byte[] {1})));
    all.set(3, new Rlp.Bytes(stateRoot));
    return Rlp.encode(new Rlp.Items(all));
  }

  private static AnchorProof proof(Rlp account, Rlp storage) {
    BlockHeader header = BlockHeader.decode(header(15, HandmadeTrie.root(account).bytes()));
    return new AnchorProof(header, HandmadeTrie.nodes(account), HandmadeTrie.nodes(storage));
  }

  private static Bytes32 head(byte[] storedValue) {
    Rlp storage = storage(storedValue);
    return proof(account(4, HandmadeTrie.root(storage).bytes()), storage).head(REGISTRY);
  }

  private static void malformed(String detail, Runnable proof) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(proof::run)
        .withMessageContaining(detail)
        .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.PROOF_MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 32})
  void aStoredHeadIsPaddedInFront(int length) {
    byte[] word = new byte[32];
    Arrays.fill(word, 32 - length, 32, (byte) 0xab);
    assertThat(head(bytes(length, 0xab))).isEqualTo(Bytes32.of(word));
  }

  @Test
  void aStoredValueIsMinimalAndNoLongerThanAWord() {
    malformed("a storage value is minimal", () -> head(new byte[0]));
    malformed("a storage value is minimal", () -> head(bytes(33, 0xab)));
    malformed("a storage value is minimal", () -> head(new byte[] {0, 1}));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void anAccountHasFourMembers(int members) {
    Rlp storage = storage(bytes(32, 7));
    Rlp account = account(members, HandmadeTrie.root(storage).bytes());
    malformed("an account has 4 members", () -> proof(account, storage).head(REGISTRY));
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 33})
  void aStorageRootHas32Bytes(int length) {
    Rlp account = account(4, bytes(length, 7));
    malformed(
        "a storage root has 32 bytes", () -> proof(account, storage(bytes(32, 7))).head(REGISTRY));
  }

  @Test
  void aHeaderHasFifteenMembersOrMore() {
    malformed("at least 15 members", () -> BlockHeader.decode(header(14, bytes(32, 7))));
    for (int members : new int[] {15, 16, 21, 40}) {
      BlockHeader header = BlockHeader.decode(header(members, bytes(32, 7)));
      assertThat(header.stateRoot()).isEqualTo(Bytes32.of(bytes(32, 7)));
      assertThat(header.block().number()).isEqualTo(1);
      assertThat(header.block().timestamp()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 33})
  void aStateRootHas32Bytes(int length) {
    malformed("a state root has 32 bytes", () -> BlockHeader.decode(header(15, bytes(length, 7))));
  }

  @Test
  void whatIsExactlyAtALimitIsNotTooLarge() {
    BlockHeader header = BlockHeader.decode(header(15, bytes(32, 7)));
    List<byte[]> nodes = Collections.nCopies(TrieProof.MAX_NODES, new byte[1_024]);
    AnchorProof proof = new AnchorProof(header, nodes, nodes);
    assertRefused(Rule.PROOF_INVALID, () -> proof.head(REGISTRY));
    assertRefused(Rule.RLP_MALFORMED, () -> BlockHeader.decode(new byte[BlockHeader.MAX_BYTES]));
  }

  @Test
  void twoProofsAreEqualOnlyIfHeaderAccountAndStorageAre() {
    BlockHeader header = BlockHeader.decode(header(15, bytes(32, 7)));
    BlockHeader other = BlockHeader.decode(header(15, bytes(32, 8)));
    List<byte[]> one = List.of(bytes(3, 1));
    List<byte[]> two = List.of(bytes(3, 2));
    AnchorProof proof = new AnchorProof(header, one, one);
    AnchorProof same = new AnchorProof(header, List.of(bytes(3, 1)), List.of(bytes(3, 1)));
    assertThat(proof).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(proof)
        .isNotEqualTo(new AnchorProof(other, one, one))
        .isNotEqualTo(new AnchorProof(header, two, one))
        .isNotEqualTo(new AnchorProof(header, one, two));
    assertThat(proof.block()).isEqualTo(header.block());
  }
}
