package org.softpause.auditor.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.auditor.world.AuditFixture;
import org.softpause.auditor.world.RecordedAudit;
import org.softpause.auditor.world.RecordedNode;

/**
 * Fuzzes a whole audit of a node that answers one request with the fuzzer's bytes. The first byte
 * of the input chooses the request, the rest is the answer. Whatever the node answers, the audit
 * asks nobody else.
 */
class HostileNodeFuzzTest {
  private static final List<String> QUESTIONS =
      List.of(
          "eth_getLogs",
          "eth_getProof",
          "eth_getCode",
          "eth_getBlockByHash",
          "eth_getBlockByNumber",
          "eth_chainId");

  /** The recording is made lazily, because JUnit asks for seeds before it starts. */
  private static final RecordedAudit HONEST = RecordedAudit.make();

  private static RecordedNode node;

  @BeforeAll
  static void begin() throws IOException {
    node = RecordedNode.of(HONEST.answers());
  }

  @AfterAll
  static void end() {
    node.close();
  }

  /** Every honest answer, unchanged and with one digit changed. */
  static Stream<byte[]> seeds() {
    return HONEST.answers().entrySet().stream()
        .flatMap(
            heard ->
                Stream.of(heard.getValue(), bent(heard.getValue()))
                    .map(answer -> input(question(heard.getKey()), answer.getBytes(UTF_8))));
  }

  private static String bent(String answer) {
    int at = answer.length() * 2 / 3;
    while (answer.charAt(at) < '0' || answer.charAt(at) > '9') {
      at--;
    }
    char other = answer.charAt(at) == '7' ? '8' : '7';
    return answer.substring(0, at) + other + answer.substring(at + 1);
  }

  private static int question(String request) {
    for (int i = 0; i < QUESTIONS.size(); i++) {
      if (request.contains('"' + QUESTIONS.get(i) + '"')) {
        return i;
      }
    }
    throw new AssertionError("nobody expected the question " + request);
  }

  private static byte[] input(int question, byte[] answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(question);
    out.writeBytes(answer);
    return out.toByteArray();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyAnswerLeadsToAFindingOrToTheTruth(byte[] input) throws IOException {
    if (input.length < 2) {
      return;
    }
    BugDetectors.allowNetworkConnections((host, port) -> port == node.endpoint().getPort());
    node.answer(
        QUESTIONS.get((input[0] & 0xff) % QUESTIONS.size()),
        Arrays.copyOfRange(input, 1, input.length));
    EndpointResult result = AuditFixture.audit(node.endpoint(), HONEST.registry());
    assertThat(result.findings()).allSatisfy(finding -> assertThat(finding.detail()).isNotBlank());
    if (result.isClean()) {
      assertThat(result.block()).isEqualTo(HONEST.truth().block());
      assertThat(result.state()).isEqualTo(HONEST.truth().state());
    }
  }
}
