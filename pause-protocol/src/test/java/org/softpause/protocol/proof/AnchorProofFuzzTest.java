package org.softpause.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.proof.RecordedProof.HEAD;
import static org.softpause.protocol.proof.RecordedProof.REGISTRY;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.golden.Document;
import org.softpause.protocol.json.StrictJson;

class AnchorProofFuzzTest {
  private static final BlockRef BLOCK = RecordedProof.header().block();

  static Stream<byte[]> seeds() {
    return Stream.of(Document.ANCHOR_PROOF.golden());
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyProofIsRefusedOrIsTheOneOfTheRecordedHead(byte[] file) {
    try {
      AnchorProof proof = StrictJson.read(file, file.length, AnchorProof::read);
      proof.check(BLOCK, REGISTRY, HEAD);
      assertThat(proof).isEqualTo(RecordedProof.proof());
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
