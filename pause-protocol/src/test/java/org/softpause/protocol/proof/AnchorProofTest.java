package org.softpause.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.proof.RecordedProof.HEAD;
import static org.softpause.protocol.proof.RecordedProof.REGISTRY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.Mutation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

class AnchorProofTest {
  private static final BlockRef BLOCK = RecordedProof.header().block();
  private static final List<byte[]> ACCOUNT = RecordedProof.account("proof");
  private static final List<byte[]> STORAGE = RecordedProof.storage("proof");

  private static AnchorProof proof(List<byte[]> account, List<byte[]> storage) {
    return new AnchorProof(RecordedProof.header(), account, storage);
  }

  private static void refuse(Rule rule, AnchorProof proof) {
    assertRefused(rule, () -> proof.check(BLOCK, REGISTRY, HEAD));
  }

  @Test
  void aRealProofShowsTheHead() {
    RecordedProof.proof().check(BLOCK, REGISTRY, HEAD);
    assertThat(RecordedProof.proof().head(REGISTRY)).isEqualTo(HEAD);
  }

  @Test
  void theHeaderOfARealBlockHasItsHash() {
    assertThat(BLOCK.hash())
        .isEqualTo(Bytes32.parse(RecordedProof.answer("block").path("hash").asString()));
    assertThat(BLOCK.number())
        .isEqualTo(Long.decode(RecordedProof.answer("block").path("number").asString()));
    assertThat(BLOCK.timestamp())
        .isEqualTo(Long.decode(RecordedProof.answer("block").path("timestamp").asString()));
  }

  @Test
  void aProofOfAnotherHeadBlockOrRegistryIsRefused() {
    AnchorProof good = RecordedProof.proof();
    Bytes32 other = Keccak256.hash(HEAD.bytes());
    BlockRef later = new BlockRef(BLOCK.number(), BLOCK.hash(), BLOCK.timestamp() + 1);
    BlockRef sibling = new BlockRef(BLOCK.number(), other, BLOCK.timestamp());
    assertRefused(Rule.PROOF_HEAD_MISMATCH, () -> good.check(BLOCK, REGISTRY, other));
    assertRefused(Rule.PROOF_HEADER_MISMATCH, () -> good.check(later, REGISTRY, HEAD));
    assertRefused(Rule.PROOF_HEADER_MISMATCH, () -> good.check(sibling, REGISTRY, HEAD));
    assertRefused(Rule.PROOF_INVALID, () -> good.check(BLOCK, Address.ZERO, HEAD));
  }

  @Test
  void everyNodeIsNeededInItsPlaceAndNoOther() {
    for (int i = 0; i < ACCOUNT.size(); i++) {
      refuse(Rule.PROOF_INVALID, proof(without(ACCOUNT, i), STORAGE));
      refuse(Rule.PROOF_INVALID, proof(doubled(ACCOUNT, i), STORAGE));
    }
    for (int i = 0; i < STORAGE.size(); i++) {
      refuse(Rule.PROOF_INVALID, proof(ACCOUNT, without(STORAGE, i)));
      refuse(Rule.PROOF_INVALID, proof(ACCOUNT, doubled(STORAGE, i)));
    }
    refuse(Rule.PROOF_INVALID, proof(ACCOUNT.reversed(), STORAGE));
    refuse(Rule.PROOF_INVALID, proof(STORAGE, ACCOUNT));
  }

  @Test
  void everyByteOfEveryNodeCounts() {
    for (int i = 0; i < ACCOUNT.size(); i++) {
      for (int at = 0; at < ACCOUNT.get(i).length; at++) {
        refuse(Rule.PROOF_INVALID, proof(flipped(ACCOUNT, i, at), STORAGE));
      }
    }
    for (int i = 0; i < STORAGE.size(); i++) {
      for (int at = 0; at < STORAGE.get(i).length; at++) {
        refuse(Rule.PROOF_INVALID, proof(ACCOUNT, flipped(STORAGE, i, at)));
      }
    }
  }

  @Test
  void everyByteOfTheHeaderCounts() {
    byte[] rlp = RecordedProof.header().rlp();
    for (int at = 0; at < rlp.length; at++) {
      byte[] changed = rlp.clone();
      changed[at] ^= 1;
      assertHeaderRefused(changed);
    }
  }

  private static void assertHeaderRefused(byte[] rlp) {
    try {
      AnchorProof proof = new AnchorProof(BlockHeader.decode(rlp), ACCOUNT, STORAGE);
      refuse(Rule.PROOF_HEADER_MISMATCH, proof);
    } catch (RuleViolation malformed) {
      assertThat(malformed.rule()).isIn(Rule.RLP_MALFORMED, Rule.PROOF_MALFORMED);
    }
  }

  @Test
  void absenceIsProvenToo() {
    byte[] nobody = Address.parse("0x00000000000000000000000000000000000000aa").bytes();
    byte[] slot = new byte[32];
    slot[31] = (byte) 0xff;
    Bytes32 stateRoot = RecordedProof.header().stateRoot();
    Bytes32 storageRoot = RecordedProof.storageRoot("absentSlot");
    Bytes32 emptyRoot = RecordedProof.storageRoot("absentAccount");
    assertThat(TrieProof.lookUp(stateRoot, nobody, RecordedProof.account("absentAccount")))
        .isEmpty();
    assertThat(TrieProof.lookUp(storageRoot, slot, RecordedProof.storage("absentSlot"))).isEmpty();
    assertThat(TrieProof.lookUp(emptyRoot, slot, RecordedProof.storage("absentAccount"))).isEmpty();
    assertThat(TrieProof.lookUp(emptyRoot, slot, List.of())).isEmpty();
    assertRefused(Rule.PROOF_INVALID, () -> TrieProof.lookUp(stateRoot, nobody, List.of()));
  }

  @Test
  void aProofIsReadBackFromItsJson() {
    byte[] json = CanonicalJson.encode(RecordedProof.proof().toJson());
    assertThat(read(json)).isEqualTo(RecordedProof.proof());
  }

  @Test
  void aProofHasLimits() {
    List<byte[]> many = Collections.nCopies(66, new byte[1]);
    assertRefused(Rule.TOO_LARGE, () -> proof(many, STORAGE));
    assertRefused(Rule.TOO_LARGE, () -> proof(ACCOUNT, List.of(new byte[1_025])));
    assertRefused(Rule.TOO_LARGE, () -> BlockHeader.decode(new byte[2_049]));
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changedBytesAreRefusedByARule(long seed) {
    byte[] json = CanonicalJson.encode(RecordedProof.proof().toJson());
    byte[] changed = Mutation.of(json, new Random(seed));
    try {
      AnchorProof proof = read(changed);
      proof.check(BLOCK, REGISTRY, HEAD);
      assertThat(proof).isEqualTo(RecordedProof.proof());
    } catch (RuleViolation refused) {
      assertThat(refused.rule().slug()).isNotBlank();
    }
  }

  private static AnchorProof read(byte[] json) {
    return StrictJson.read(json, 1 << 16, AnchorProof::read);
  }

  private static List<byte[]> without(List<byte[]> nodes, int index) {
    List<byte[]> changed = new ArrayList<>(nodes);
    changed.remove(index);
    return changed;
  }

  private static List<byte[]> doubled(List<byte[]> nodes, int index) {
    List<byte[]> changed = new ArrayList<>(nodes);
    changed.add(index, nodes.get(index));
    return changed;
  }

  private static List<byte[]> flipped(List<byte[]> nodes, int index, int at) {
    List<byte[]> changed = new ArrayList<>(nodes);
    byte[] node = nodes.get(index).clone();
    node[at] ^= 1;
    changed.set(index, node);
    return changed;
  }
}
