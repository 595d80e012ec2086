package org.softpause.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.RuleViolation;

/**
 * Fuzzes paths under a root that is the hash of their first node, since no search finds a node with
 * a given hash. The nodes are an RLP list.
 */
class TrieProofFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of("proof", "absentAccount")
        .map(RecordedProof::account)
        .map(nodes -> Rlp.encode(new Rlp.Items(items(nodes))));
  }

  private static List<Rlp> items(List<byte[]> nodes) {
    return nodes.stream().<Rlp>map(Rlp.Bytes::new).toList();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyPathIsRefusedOrLeadsToAValueInItsLastNode(byte[] path) {
    try {
      List<byte[]> nodes = new ArrayList<>();
      Rlp.decode(path).asItems().forEach(node -> nodes.add(node.asBytes()));
      if (!nodes.isEmpty()) {
        TrieProof.lookUp(Keccak256.hash(nodes.getFirst()), RecordedProof.REGISTRY.bytes(), nodes)
            .ifPresent(value -> assertThat(holds(nodes.getLast(), value)).isTrue());
      }
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }

  private static boolean holds(byte[] node, byte[] value) {
    for (int at = 0; at + value.length <= node.length; at++) {
      if (Arrays.equals(node, at, at + value.length, value, 0, value.length)) {
        return true;
      }
    }
    return false;
  }
}
