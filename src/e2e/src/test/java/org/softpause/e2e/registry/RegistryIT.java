package org.softpause.e2e.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.auditor.audit.EndpointResult;
import org.softpause.auditor.world.AnvilNode;
import org.softpause.auditor.world.AuditFixture;
import org.softpause.auditor.world.ChainedRegistry;
import org.softpause.auditor.world.LyingProxy;
import org.softpause.auditor.world.TestService;
import org.softpause.e2e.harness.AuditorProgram;
import org.softpause.e2e.harness.Checkout;
import org.softpause.e2e.process.ProcessOutput;
import org.softpause.e2e.process.Processes;
import org.softpause.protocol.fixture.SharedBody;
import org.softpause.protocol.fixture.TestRegistry;

@Tag("registry")
class RegistryIT {
  private static final long START = 1_800_000_000;

  @TempDir private static Path logs;
  private static Processes processes;
  private static AnvilNode node;
  private static ChainedRegistry registry;
  private static ChainedRegistry elsewhere;
  private static EndpointResult truth;

  @BeforeAll
  static void fortyDecisions() throws IOException, InterruptedException {
    processes = new Processes(logs);
    node = AnvilNode.start(START);
    registry =
        ChainedRegistry.deploy(
            node,
            TestRegistry.LICENSED,
            START + 10,
            List.of(SharedBody.threeOfFive(1), SharedBody.threeOfFive(2)),
            List.of(SharedBody.threeOfFive(3)));
    elsewhere = ChainedRegistry.deploy(node, TestRegistry.LICENSED, START + 20);
    new LongHistory(registry, START + 100).happens();
    truth = AuditFixture.audit(node, registry);
  }

  @AfterAll
  static void end() {
    node.close();
    processes.close();
  }

  private static ProcessOutput audit(URI rpc, String... more) {
    return new AuditorProgram(Checkout.find(), processes)
        .verifies(rpc, registry.address().toString(), List.of(more));
  }

  private static void assertCaught(ProcessOutput output, String... words) {
    assertThat(output.exitCode()).as(output.out() + output.err()).isEqualTo(1);
    assertThat(AuditorProgram.verdict(output)).startsWith("DISAGREEMENT: ").contains(words);
  }

  @Test
  void aLongHistoryIsAuditedClean() {
    ProcessOutput output = audit(node.endpoint());
    assertThat(output.exitCode()).as(output.out() + output.err()).isZero();
    assertThat(AuditorProgram.verdict(output))
        .startsWith("VERIFIED: all " + LongHistory.DECISIONS + " decisions");
    assertThat(output.out().lines().filter(line -> line.contains("drill of a pause"))).hasSize(2);
    assertThat(truth.state()).contains(registry.state());
  }

  @Test
  void theNodeThatEditsOneEventIsNamed() throws IOException {
    LyingProxy.Lie lie =
        (request, answer) ->
            request.contains("eth_getLogs")
                ? answer.replaceFirst("(?<=0{60})02bc", "26ac")
                : answer;
    try (LyingProxy liar = LyingProxy.before(node.endpoint(), lie)) {
      ProcessOutput output = audit(node.endpoint(), "--rpc=" + liar.endpoint());
      assertCaught(
          output, "127.0.0.1:" + liar.endpoint().getPort(), "entry ", "certificate-id-mismatch");
      assertThat(output.out())
          .contains("127.0.0.1:" + node.endpoint().getPort() + ": 40 decisions, everything holds");
    }
  }

  @Test
  void theServiceThatHidesOneDecisionIsNamedWithIt() throws IOException {
    List<AuditedEntry> shown = new ArrayList<>(truth.entries());
    AuditedEntry hidden = shown.remove(16);
    try (TestService service = service(registry, shown)) {
      ProcessOutput output =
          audit(node.endpoint(), "--service=" + service.url(), "--service-grace=0");
      assertCaught(output, service.url().toString(), "service-misses", "entry 17, " + hidden.id());
    }
  }

  @Test
  void theServiceOfARegistryAtAnotherAddressIsNamedWithIt() throws IOException {
    try (TestService service = service(elsewhere, List.of())) {
      assertCaught(
          audit(node.endpoint(), "--service=" + service.url()),
          service.url().toString(),
          "wrong-registry",
          elsewhere.address().toString());
    }
  }

  private static TestService service(ChainedRegistry of, List<AuditedEntry> shown)
      throws IOException {
    return TestService.showing(
        of.address(), of.state().genesis().head0(), truth.block().orElseThrow(), shown);
  }
}
