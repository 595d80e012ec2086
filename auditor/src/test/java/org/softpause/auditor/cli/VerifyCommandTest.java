package org.softpause.auditor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.auditor.world.AuditFixture;
import org.softpause.auditor.world.LyingProxy;
import org.softpause.auditor.world.TestService;
import org.softpause.protocol.proof.BlockRef;

class VerifyCommandTest {
  private static AuditFixture chain;

  @TempDir private Path folder;

  @BeforeAll
  static void begin() throws IOException, InterruptedException {
    chain = AuditFixture.chain();
  }

  @AfterAll
  static void end() {
    chain.close();
  }

  private static AuditorRun verify(Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("verify", "--registry", chain.registry().address()));
    words.addAll(List.of(more));
    return AuditorRun.run(words.toArray());
  }

  private static AuditorRun verifyThrough(LyingProxy.Lie lie) throws IOException {
    try (LyingProxy liar = LyingProxy.before(chain.node().endpoint(), lie)) {
      return verify("--rpc", liar.endpoint());
    }
  }

  /** Edits only the answers that hold events. */
  private static LyingProxy.Lie ofEvents(String regex, String replacement) {
    return (request, answer) ->
        request.contains("eth_getLogs") ? answer.replaceFirst(regex, replacement) : answer;
  }

  @Test
  void theWholeLogIsRebuiltAndProven() {
    assertThat(chain.truth().findings()).isEmpty();
    assertThat(chain.truth().isClean()).isTrue();
    assertThat(chain.truth().state()).contains(chain.registry().state());
    assertThat(chain.truth().entries()).hasSize(6);
  }

  @Test
  void aJournalistReadsWhoDidWhatWhereAndUntilWhen() {
    AuditorRun run = verify("--rpc", chain.node().endpoint());
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("drill of a pause to 5 %")
        .contains("Germany (276)")
        .contains("EMERGENCY")
        .contains("renewal of the operating licence")
        .contains("EMERGENCY is held by 1 body from now on")
        .contains("the block numbers are reported by the node")
        .contains("WHO HELD POWER")
        .contains("every region");
    assertThat(run.lastLine()).startsWith("VERIFIED: all 6 decisions");
  }

  @Test
  void machinesGetOneObject() {
    AuditorRun run = verify("--rpc", chain.node().endpoint(), "--json");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("{").contains("\"verdict\":\"verified\"");
  }

  @Test
  void aPageStandsAlone() throws IOException {
    Path page = folder.resolve("audit.html");
    AuditorRun run =
        AuditorRun.run(
            "report",
            "--rpc",
            chain.node().endpoint(),
            "--registry",
            chain.registry().address(),
            "--html",
            page);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(page))
        .contains("<svg")
        .contains("VERIFIED")
        .doesNotContain("<script")
        .doesNotContain("http://")
        .doesNotContain("https://");
  }

  @Test
  void aRegistryWithoutDecisionsIsVerifiedToo() {
    AuditorRun run =
        AuditorRun.run(
            "verify", "--rpc", chain.node().endpoint(), "--registry", chain.other().address());
    assertThat(run.exit()).isZero();
    assertThat(run.lastLine()).startsWith("VERIFIED: no decision was ever taken");
  }

  @Test
  void twoEndpointsThatAgreeAreCounted() throws IOException {
    try (LyingProxy honest =
        LyingProxy.before(chain.node().endpoint(), (request, answer) -> answer)) {
      AuditorRun run = verify("--rpc", chain.node().endpoint(), "--rpc", honest.endpoint());
      assertThat(run.exit()).isZero();
      assertThat(run.lastLine()).contains("2 endpoints agree");
    }
  }

  @Test
  void theEndpointThatEditsOneDecisionIsNamed() throws IOException {
    try (LyingProxy liar =
        LyingProxy.before(chain.node().endpoint(), ofEvents("(?<=0{60})01f4", "03e8"))) {
      AuditorRun run = verify("--rpc", chain.node().endpoint(), "--rpc", liar.endpoint());
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.lastLine())
          .startsWith("DISAGREEMENT: 127.0.0.1:" + liar.endpoint().getPort())
          .contains("certificate-id-mismatch");
    }
  }

  @Test
  void aNodeThatForgetsTheBlocksStateWhileItsEventsAreReadIsVerified() throws IOException {
    AtomicBoolean forgotten = new AtomicBoolean();
    AuditorRun run =
        verifyThrough(
            (request, answer) -> {
              if (request.contains("eth_getLogs")) {
                forgotten.set(true);
              }
              return forgotten.get()
                      && (request.contains("eth_getCode") || request.contains("eth_getProof"))
                  ? "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":"
                      + "{\"code\":-32000,\"message\":\"missing trie node\"}}"
                  : answer;
            });
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(forgotten).isTrue();
    assertThat(run.lastLine()).startsWith("VERIFIED: all 6 decisions");
  }

  @Test
  void theEndpointThatHidesTheNewestDecisionIsCaughtByTheProof() throws IOException {
    AuditorRun run = verifyThrough(ofEvents(",\\{[^{}]*}]", "]"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lastLine()).contains("proof-head-mismatch").contains("the 5 entries lead to");
  }

  @Test
  void theEndpointThatHidesAnEarlierDecisionBreaksTheSequence() throws IOException {
    AuditorRun run = verifyThrough(ofEvents("(\\[\\{[^{}]*}),\\{[^{}]*}", "$1"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lastLine()).contains("log-sequence-broken").contains("entry 1 ");
  }

  @Test
  void anotherContractAtTheAddressIsCaughtByItsCode() throws IOException {
    AuditorRun run =
        verifyThrough(
            (request, answer) ->
                request.contains("eth_getCode") ? answer.replaceFirst("0x60", "0x61") : answer);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lastLine()).contains("deployment-code-mismatch");
  }

  @Test
  void anAddressWithoutContractIsNamed() {
    AuditorRun run =
        AuditorRun.run(
            "verify", "--rpc", chain.node().endpoint(), "--registry", "0x" + "1".repeat(40));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("deployment-not-on-chain")
        .contains("there is no contract at the address");
  }

  @Test
  void aProviderThatGivesThreeBlocksAtATimeIsEnough() throws IOException {
    AtomicInteger refused = new AtomicInteger();
    AuditorRun run =
        verifyThrough(
            (request, answer) -> {
              if (!request.contains("eth_getLogs") || blocks(request) <= 3) {
                return answer;
              }
              refused.incrementAndGet();
              return "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32005}}";
            });
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(refused).hasPositiveValue();
  }

  private static long blocks(String request) {
    return number(request, "toBlock") - number(request, "fromBlock") + 1;
  }

  private static long number(String request, String member) {
    String hex = request.replaceFirst(".*\"" + member + "\":\"0x([0-9a-f]+)\".*", "$1");
    return Long.parseLong(hex, 16);
  }

  @Test
  void aCheckpointSavesAskingAndIsVerifiedAgain() throws IOException {
    Path file = folder.resolve("checkpoint");
    Object[] resume = {"--rpc", chain.node().endpoint(), "--from-checkpoint", file};
    assertThat(verify(resume).exit()).isZero();
    try (LyingProxy silent =
        LyingProxy.before(chain.node().endpoint(), ofEvents("(?s).*", "no more"))) {
      AuditorRun run = verify("--rpc", silent.endpoint(), "--from-checkpoint", file);
      assertThat(run.exit()).as(run.out()).isZero();
      assertThat(run.lastLine()).startsWith("VERIFIED: all 6 decisions");
    }
    String kept = Files.readString(file);
    Files.writeString(file, kept.replaceFirst("(?<=0{60})01f4", "03e8"));
    assertThat(verify(resume).lastLine()).contains("certificate-id-mismatch");
  }

  @Test
  void aNodeThatIsGoneIsNoVerdict() {
    AuditorRun run = verify("--rpc", "http://127.0.0.1:1", "--rpc", chain.node().endpoint());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.lastLine()).startsWith("COULD NOT CHECK: 127.0.0.1:1");
  }

  @Test
  void anEndpointThatAnswersGarbageIsNoVerdict() throws IOException {
    assertThat(verifyThrough((request, answer) -> "<html>").exit()).isEqualTo(3);
    assertThat(verifyThrough(ofEvents("(?s).*", "{\"result\":7}")).exit()).isEqualTo(3);
  }

  @Test
  void aServiceThatShowsTheSameLogIsPraised() throws IOException {
    AuditorRun run = withService(chain.truth().entries());
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.lastLine()).contains("the service shows the same log");
  }

  @Test
  void aServiceThatHidesOneDecisionIsCaughtWithItsId() throws IOException {
    List<AuditedEntry> log = new ArrayList<>(chain.truth().entries());
    AuditedEntry hidden = log.remove(2);
    AuditorRun run = withService(log);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("service-misses: entry 3, " + hidden.id());
  }

  @Test
  void aServiceThatAltersOrAddsIsCaught() throws IOException {
    List<AuditedEntry> log = new ArrayList<>(chain.truth().entries());
    AuditedEntry real = log.get(1);
    log.set(1, new AuditedEntry(real.entry(), real.id(), log.get(0).head(), real.place()));
    log.add(chain.truth().entries().getFirst());
    AuditorRun run = withService(log);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("service-alters: entry 2").contains("service-adds: entry 1");
  }

  private static AuditorRun withService(List<AuditedEntry> log) throws IOException {
    BlockRef block = chain.truth().block().orElseThrow();
    try (TestService service =
        TestService.showing(
            chain.registry().address(), chain.registry().state().genesis().head0(), block, log)) {
      return verify(
          "--rpc", chain.node().endpoint(), "--service", service.url(), "--service-grace", 0);
    }
  }

  @Test
  void aServiceOfARegistryAtAnotherAddressIsCaught() throws IOException {
    BlockRef block = chain.truth().block().orElseThrow();
    try (TestService service =
        TestService.showing(
            chain.other().address(), chain.other().state().head(), block, List.of())) {
      AuditorRun run = verify("--rpc", chain.node().endpoint(), "--service", service.url());
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.lastLine())
          .contains("wrong-registry")
          .contains(chain.other().address().toString());
    }
  }

  @Test
  void aServiceThatDoesNotAnswerIsNoVerdict() {
    AuditorRun run = verify("--rpc", chain.node().endpoint(), "--service", "http://127.0.0.1:1");
    assertThat(run.exit()).isEqualTo(3);
  }
}
