package org.softpause.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Rule;

/** Proofs are equal if header, account and storage are, and have exact limits. */
class AnchorProofValueTest {
  private static final BlockHeader HEADER = RecordedProof.header();
  private static final List<byte[]> ACCOUNT = RecordedProof.account("proof");
  private static final List<byte[]> STORAGE = RecordedProof.storage("proof");

  private static BlockHeader otherHeader() {
    byte[] rlp = HEADER.rlp();
    rlp[10] ^= 1;
    return BlockHeader.decode(rlp);
  }

  @Test
  void everyPartOfAProofCountsInItsEquality() {
    AnchorProof proof = new AnchorProof(HEADER, ACCOUNT, STORAGE);
    assertThat(proof)
        .isEqualTo(new AnchorProof(BlockHeader.decode(HEADER.rlp()), ACCOUNT, STORAGE))
        .hasSameHashCodeAs(new AnchorProof(HEADER, ACCOUNT, STORAGE))
        .isNotEqualTo(new AnchorProof(otherHeader(), ACCOUNT, STORAGE))
        .isNotEqualTo(new AnchorProof(HEADER, STORAGE, STORAGE))
        .isNotEqualTo(new AnchorProof(HEADER, ACCOUNT, ACCOUNT))
        .isNotEqualTo(null);
    assertThat(proof.block()).isEqualTo(HEADER.block());
  }

  @Test
  void aHeaderIsItsBytes() {
    assertThat(HEADER)
        .isEqualTo(BlockHeader.decode(HEADER.rlp()))
        .hasSameHashCodeAs(BlockHeader.decode(HEADER.rlp()))
        .isNotEqualTo(otherHeader())
        .isNotEqualTo(null)
        .hasToString("header of " + HEADER.block());
    assertThat(HEADER.hashCode()).isNotEqualTo(otherHeader().hashCode());
  }

  @Test
  void theLargestProofAndTheLongestHeaderAreRead() {
    List<byte[]> many = Collections.nCopies(TrieProof.MAX_NODES, new byte[1_024]);
    assertThatCode(() -> new AnchorProof(HEADER, many, many)).doesNotThrowAnyException();
    List<byte[]> more = Collections.nCopies(TrieProof.MAX_NODES + 1, new byte[0]);
    assertRefused(Rule.TOO_LARGE, () -> new AnchorProof(HEADER, more, STORAGE));
    assertRefused(Rule.TOO_LARGE, () -> new AnchorProof(HEADER, ACCOUNT, more));
    assertRefused(Rule.RLP_MALFORMED, () -> BlockHeader.decode(new byte[BlockHeader.MAX_BYTES]));
  }
}
