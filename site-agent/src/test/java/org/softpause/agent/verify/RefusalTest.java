package org.softpause.agent.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;
import org.softpause.protocol.token.Token;
import org.softpause.protocol.token.TokenIssuer;
import org.softpause.protocol.token.TokenKey;

/** A training cluster at 5 % under a proven pause stays there, whatever an attacker tries. */
class RefusalTest {
  @TempDir Path folder;
  private World world;
  private TestAgent agent;
  private LogEntry pause;

  @BeforeEach
  void begin() {
    world = World.live(folder);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    pause = world.anchorPause();
    agent.cycle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
  }

  @AfterEach
  void end() {
    world.close();
  }

  /** Else the agent learns from them what the service withholds. */
  private void ownSourcesShowNoLog() {
    for (int i = 0; i < world.nodes(); i++) {
      world.node(i).refuseLogs();
    }
  }

  private void isRefused(Rule rule) {
    agent.cycle();
    agent.cycle();
    assertThat(agent.told("verdict")).isEqualTo("refused");
    assertThat(agent.told("rule")).isEqualTo(rule.slug());
    assertThat(agent.told("assurance")).isEqualTo("NONE");
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.target()).isEqualTo(500);
    assertThat(agent.lines().getLast()).contains(" WARN ", rule.slug(), "raises nothing");
  }

  private void isRefused(Attestation lie, Rule rule) {
    world.service().lie(truth -> lie);
    isRefused(rule);
  }

  private static Attestation with(
      Attestation truth, Eip712Domain domain, long sequence, Bytes32 head, List<LogEntry> log) {
    return new Attestation(
        domain, sequence, head, truth.block(), 0, log, List.of(), Optional.empty());
  }

  private Attestation truth() {
    return world.service().truth();
  }

  private List<LogEntry> log() {
    return truth().log();
  }

  @Test
  void anExpiredToken() {
    world.service().handOut(world.service().sign(truth()).getBytes(US_ASCII));
    world.pass(300);
    isRefused(Rule.TOKEN_EXPIRED);
  }

  @Test
  void aTokenFromTheFuture() {
    world.clock().set(world.clock().seconds() + 120);
    byte[] later = world.service().sign(truth()).getBytes(US_ASCII);
    world.clock().set(world.clock().seconds() - 120);
    world.service().handOut(later);
    isRefused(Rule.TOKEN_FROM_FUTURE);
  }

  @Test
  void aTokenOfAnotherKey() {
    TokenIssuer stranger =
        new TokenIssuer(TokenKey.generate(world.random()), "stranger", Duration.ofMinutes(5));
    world.service().handOut(stranger.issue(truth(), world.clock().seconds()).getBytes(US_ASCII));
    isRefused(Rule.TOKEN_WRONG_KEY);
  }

  @Test
  void aTokenOfNoAlgorithm() {
    String[] parts = world.service().sign(truth()).split("\\.", -1);
    String header = "{\"alg\":\"none\",\"kid\":\"x\",\"typ\":\"softpause-token+jwt\"}";
    String none = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(US_ASCII));
    world.service().handOut((none + "." + parts[1] + "." + parts[2]).getBytes(US_ASCII));
    isRefused(Rule.TOKEN_HEADER_REFUSED);
  }

  @Test
  void aTokenThatWasEditedAfterItWasSigned() {
    String token = world.service().sign(truth());
    int middle = token.indexOf('.') + 40;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    String edited = token.substring(0, middle) + other + token.substring(middle + 1);
    world.service().handOut(edited.getBytes(US_ASCII));
    isRefused(Rule.TOKEN_SIGNATURE_INVALID);
  }

  @Test
  void aTokenThatIsTooLarge() {
    world.service().handOut("A".repeat(Token.MAX_LENGTH + 1).getBytes(US_ASCII));
    isRefused(Rule.TOKEN_TOO_LARGE);
    world.service().handOut("A".repeat(Token.MAX_LENGTH + 100).getBytes(US_ASCII));
    isRefused(Rule.TOO_LARGE);
  }

  @Test
  void aTokenForAnotherChainOrRegistry() {
    Address registry = truth().domain().registry();
    isRefused(
        with(truth(), new Eip712Domain(1, registry), 2, truth().head(), log()), Rule.WRONG_CHAIN);
    Eip712Domain elsewhere = new Eip712Domain(31_337, Address.parse("0x" + "5b".repeat(20)));
    isRefused(with(truth(), elsewhere, 2, truth().head(), log()), Rule.WRONG_REGISTRY);
  }

  @Test
  void anEditedCertificateAmongThoseThatAreKnown() {
    isRefused(
        with(truth(), truth().domain(), 2, truth().head(), List.of(log().get(0), weakened())),
        Rule.SIGNATURE_INVALID);
  }

  private LogEntry weakened() {
    Pause signed = (Pause) pause.certificate().decision();
    Pause weaker =
        new Pause(
            signed.mandate(),
            signed.epoch(),
            signed.slot(),
            9000,
            signed.effectiveAt(),
            signed.expiresAt(),
            signed.rampSeconds(),
            signed.staggerSeconds(),
            signed.scope(),
            false,
            signed.proposedAt(),
            signed.anchorBy(),
            signed.reasonHash());
    return new LogEntry(
        2,
        pause.anchoredAt(),
        new Certificate(truth().domain(), weaker, pause.certificate().signatures()));
  }

  @Test
  void aNewCertificateForAnotherRegistry() {
    Eip712Domain elsewhere = new Eip712Domain(31_337, Address.parse("0x" + "5b".repeat(20)));
    LogEntry lift = nextLift();
    LogEntry foreign =
        new LogEntry(
            3,
            lift.anchoredAt(),
            new Certificate(
                elsewhere, lift.certificate().decision(), lift.certificate().signatures()));
    isRefused(longer(foreign, NOWHERE), Rule.WRONG_REGISTRY);
  }

  private static final Bytes32 NOWHERE = World.NOWHERE;

  private LogEntry nextLift() {
    long now = world.clock().seconds();
    return world.registry().next(world.registry().lift(pause, now), now);
  }

  private Attestation longer(LogEntry entry, Bytes32 head) {
    return with(truth(), truth().domain(), 3, head, List.of(log().get(0), log().get(1), entry));
  }

  @Test
  void aCertificateForASlotThatIsOccupiedOrOfAnotherEpoch() {
    long now = world.clock().seconds();
    Pause second = world.registry().pause(0, now, now + 60, now);
    isRefused(longer(world.registry().next(second, now), NOWHERE), Rule.SLOT_OCCUPIED);
    Pause hoarded =
        new Pause(
            MandateName.STANDING,
            1,
            new Slot(1),
            500,
            now,
            now + 60,
            10,
            0,
            second.scope(),
            false,
            now,
            now + 60,
            second.reasonHash());
    isRefused(longer(world.registry().next(hoarded, now), NOWHERE), Rule.WRONG_EPOCH);
  }

  @Test
  void anOlderTokenAfterANewerOne() {
    isRefused(
        with(
            truth(),
            truth().domain(),
            1,
            world.registry().log().heads().get(1),
            log().subList(0, 1)),
        Rule.LOG_ROLLBACK);
  }

  @Test
  void anotherHeadAtASequenceThatIsKnown() {
    isRefused(with(truth(), truth().domain(), 2, NOWHERE, log()), Rule.LOG_FORK);
    isRefused(with(truth(), truth().domain(), 1, NOWHERE, log().subList(0, 1)), Rule.LOG_FORK);
  }

  @Test
  void theSameDecisionAnchoredAtAnotherTime() {
    LogEntry moved = new LogEntry(2, pause.anchoredAt() + 1, pause.certificate());
    isRefused(
        with(truth(), truth().domain(), 2, truth().head(), List.of(log().get(0), moved)),
        Rule.LOG_FORK);
  }

  @Test
  void aHeadThatTheLogDoesNotLeadTo() {
    isRefused(longer(nextLift(), NOWHERE), Rule.LOG_HEAD_MISMATCH);
  }

  @Test
  void aLogThatSkipsAnEntry() {
    LogEntry far = new LogEntry(4, world.clock().seconds(), pause.certificate());
    isRefused(longer(far, NOWHERE), Rule.LOG_SEQUENCE_BROKEN);
  }

  @Test
  void aServiceThatLeavesTheNewestDecisionOut() {
    ownSourcesShowNoLog();
    Attestation frozen = truth();
    long now = world.clock().seconds();
    world.registry().anchor(world.registry().pause(1, now, now + 600, now), now);
    world.pass(1);
    isRefused(frozen, Rule.HEAD_DISAGREES);
    assertThat(agent.lines().getLast())
        .contains("the service leaves the newest decision out of the log");
  }

  @Test
  void aLiftThatWasSignedButNeverAnchored() {
    LogEntry lift = nextLift();
    Bytes32 head = world.registry().log().with(List.of(lift)).head();
    world.service().lie(truth -> longer(lift, head));
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("CHAINED");
    assertThat(agent.told("rule")).isEqualTo("head-not-proven");
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.target()).isEqualTo(500);
    assertThat(agent.state().log().length()).isEqualTo(2);
  }

  @Test
  void anUnanchoredLiftAmongThePendingRaisesNothing() {
    world.service().show(new PendingCertificate(nextLift().certificate(), OptionalLong.empty()));
    agent.cycle();
    assertThat(agent.told("verdict")).isEqualTo("accepted");
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.told("rule")).isEqualTo("lift-not-proven");
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    LogEntry claimed = nextLift();
    world
        .service()
        .show(new PendingCertificate(claimed.certificate(), OptionalLong.of(claimed.anchoredAt())));
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void aPendingCertificateThatNobodySigned() {
    long now = world.clock().seconds();
    Pause elsewhere = world.registry().pause(3, now, now + 60, now);
    world
        .service()
        .show(
            new PendingCertificate(
                new Certificate(truth().domain(), elsewhere, pause.certificate().signatures()),
                OptionalLong.empty()));
    isRefused(Rule.SIGNATURE_INVALID);
  }

  @Test
  void whatIsNoTokenAtAll() {
    world.service().handOut(new byte[0]);
    isRefused(Rule.TOKEN_MALFORMED);
    world.service().handOut("a.b.c".getBytes(US_ASCII));
    isRefused(Rule.TOKEN_MALFORMED);
  }

  @Test
  void aTokenFromLongAfterOurLogWithoutThePagesBetween() {
    ownSourcesShowNoLog();
    long now = world.clock().seconds();
    world.registry().anchor(world.registry().pause(1, now, now + 600, now), now);
    world.registry().anchor(world.registry().pause(2, now, now + 600, now), now);
    world.pass(1);
    world.service().carryOnlyAfter(3);
    world.service().losePages(true);
    isRefused(Rule.LOG_GAP);
    world.service().losePages(false);
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.state().log().length()).isEqualTo(4);
  }

  @Test
  void noAnswerAtAllIsNoRefusalAndRaisesNothing() {
    world.service().goAway(true);
    agent.cycle();
    assertThat(agent.told("verdict")).isEqualTo("absent");
    assertThat(agent.level()).isEqualTo(500);
  }
}
