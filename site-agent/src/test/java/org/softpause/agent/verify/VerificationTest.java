package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.agent.world.ShownTokens.LOG;
import static org.softpause.agent.world.ShownTokens.NOW;
import static org.softpause.agent.world.ShownTokens.attest;
import static org.softpause.agent.world.ShownTokens.reports;
import static org.softpause.agent.world.ShownTokens.silent;
import static org.softpause.agent.world.ShownTokens.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.world.ShownTokens;
import org.softpause.agent.world.World;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.proof.AnchorProof;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Assurance;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;

/** What the four checks of a token together conclude. */
class VerificationTest {
  private static final Verification VERIFICATION = new Verification(Duration.ofHours(1));
  private static final TokenAnswer MISSING = new TokenAnswer.Missing("away");

  /** The pause as a claim that a token without a proof shows. */
  private static final UnprovenEntry CHAINED_PAUSE =
      new UnprovenEntry(
          LOG.entries().getLast().certificate(), Assurance.CHAINED, NOW, World.BEGINNING);

  private static EvidenceVerdict judge(int known, long provenAt, Evidence evidence) {
    return VERIFICATION.verify(ShownTokens.state(known, provenAt), evidence, NOW);
  }

  private static Evidence shown(Attestation attestation, SourceAnswer... sources) {
    return new Evidence(token(attestation, NOW), List.of(), List.of(sources));
  }

  private static EvidenceVerdict.Accepted accepted(int known, long provenAt, Evidence evidence) {
    return (EvidenceVerdict.Accepted) judge(known, provenAt, evidence);
  }

  /** A certificate of a further pause, anchored then in a block that is not final. */
  private static PendingCertificate pending(long anchoredAt) {
    return new PendingCertificate(
        ShownTokens.certify(ShownTokens.pause(1, NOW - 9)), OptionalLong.of(anchoredAt));
  }

  @Test
  void aProvenHeadIsAcceptedWithTheTimeOfItsProof() {
    assertThat(judge(1, 0, shown(attest(LOG, 1, NOW), reports(LOG.head(), NOW - 2))))
        .isEqualTo(
            new EvidenceVerdict.Accepted(
                Assurance.PROVEN, LOG, NOW - 2, List.of(), List.of(), List.of()));
  }

  @Test
  void theEntriesOfAHeadThatIsNotProvenAreClaimsAndItsProvenTimeIsNone() {
    EvidenceVerdict.Accepted accepted = accepted(1, 0, shown(attest(LOG, 1, NOW), silent()));
    assertThat(accepted.assurance()).isEqualTo(Assurance.CHAINED);
    assertThat(accepted.log()).isEqualTo(LOG);
    assertThat(accepted.provenAt()).isZero();
    assertThat(accepted.unproven()).containsExactly(CHAINED_PAUSE);
    assertThat(accepted.notes())
        .extracting(VerdictNote::rule)
        .containsExactly(Rule.HEAD_NOT_PROVEN);
  }

  @Test
  void aClaimWithinTheProvenTimeIsRefutedAndNotedAfterTheHead() {
    EvidenceVerdict.Accepted accepted =
        accepted(1, World.BEGINNING, shown(attest(LOG, 1, NOW), silent()));
    assertThat(accepted.unproven()).isEmpty();
    assertThat(accepted.notes())
        .extracting(VerdictNote::rule)
        .containsExactly(Rule.HEAD_NOT_PROVEN, Rule.CLAIM_REFUTED);
  }

  @ParameterizedTest
  @CsvSource({"0, -2, true", "0, -1, false", "-1, -2, false", "-2, -3, true"})
  void whatIsPendingAfterAProofIsWeighedAgainstTheLaterOfBothProofs(
      long earlier, long later, boolean possible) {
    long known = earlier == 0 ? 0 : NOW + earlier;
    EvidenceVerdict.Accepted accepted =
        accepted(
            1,
            known,
            shown(attest(LOG, 1, NOW, pending(NOW - 1)), reports(LOG.head(), NOW + later)));
    assertThat(accepted.assurance()).isEqualTo(Assurance.PROVEN);
    assertThat(accepted.unproven()).hasSize(possible ? 1 : 0);
    assertThat(accepted.notes()).hasSize(possible ? 0 : 1);
  }

  @Test
  void whatIsShownAndWhatIsPendingBothLowerThoughTheSourcesContradictTheHead() {
    PendingCertificate pending = pending(NOW - 1);
    EvidenceVerdict.Refused refused =
        (EvidenceVerdict.Refused)
            judge(1, 0, shown(attest(LOG, 1, NOW, pending), reports(World.NOWHERE, NOW)));
    assertThat(refused.rule()).isEqualTo(Rule.HEAD_DISAGREES);
    assertThat(refused.detail()).contains("1 of 1 own block sources");
    assertThat(refused.unproven())
        .containsExactly(
            CHAINED_PAUSE,
            new UnprovenEntry(pending.certificate(), Assurance.CERTIFIED, NOW, NOW - 1));
    assertThat(refused.proof()).isEmpty();
  }

  @Test
  void ofAContradictedTokenNoClaimWithinTheProvenTimeIsLeft() {
    EvidenceVerdict.Refused refused =
        (EvidenceVerdict.Refused)
            judge(1, World.BEGINNING, shown(attest(LOG, 1, NOW), reports(World.NOWHERE, NOW)));
    assertThat(refused.unproven()).isEmpty();
  }

  @Test
  void ownSourcesProveTheirLogWithoutATokenAndBesideARefusedOne() {
    Optional<OwnProof> proof = Optional.of(new OwnProof(LOG, NOW - 3));
    List<SourceAnswer> sources = List.of(reports(LOG.head(), NOW - 3));
    Evidence evidence = new Evidence(MISSING, List.of(), sources).withOwnLog(LOG.entries());
    assertThat(judge(1, 0, evidence)).isEqualTo(new EvidenceVerdict.Absent("away", proof));
    Evidence refused =
        new Evidence(
            new TokenAnswer.Unreadable(Rule.TOO_LARGE, "long"), List.of(), sources, LOG.entries());
    assertThat(judge(1, 0, refused))
        .isEqualTo(new EvidenceVerdict.Refused(Rule.TOO_LARGE, "long", List.of(), proof));
  }

  @Test
  void aContradictedTokenKeepsItsClaimsBesideTheProofOfTheSources() {
    VerifiedLog longer = LOG.with(List.of(ShownTokens.next(ShownTokens.lift(NOW - 1), NOW - 1)));
    EvidenceVerdict.Refused refused =
        (EvidenceVerdict.Refused)
            judge(
                1,
                0,
                shown(attest(LOG, 1, NOW), reports(longer.head(), NOW))
                    .withOwnLog(longer.entries()));
    assertThat(refused.unproven()).containsExactly(CHAINED_PAUSE);
    assertThat(refused.proof()).contains(new OwnProof(longer, NOW));
  }

  @Test
  void aTokenIsJudgedByThisClockAndMayEndInALineBreak() {
    Attestation attestation = attest(LOG, 1, NOW);
    SourceAnswer source = reports(LOG.head(), NOW);
    TokenAnswer.Fetched fetched = (TokenAnswer.Fetched) token(attestation, NOW);
    String text = new String(fetched.bytes(), StandardCharsets.US_ASCII) + "\n";
    TokenAnswer broken = new TokenAnswer.Fetched(text.getBytes(StandardCharsets.US_ASCII));
    assertThat(judge(1, 0, new Evidence(broken, List.of(), List.of(source))).mayRaise()).isTrue();
    TokenAnswer expired = token(attestation, NOW - 300);
    assertThat(judge(1, 0, new Evidence(expired, List.of(), List.of(source))))
        .isInstanceOfSatisfying(
            EvidenceVerdict.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.TOKEN_EXPIRED))
        .satisfies(refused -> assertThat(refused.mayRaise()).isFalse());
  }

  @Test
  void aProofOfTheHeadMustBeOfTheTokensBlock() {
    String header = "0xef010101a0" + "00".repeat(32) + "01".repeat(11);
    AnchorProof proof =
        StrictJson.read(
            "{\"account\":[],\"header\":\"%s\",\"storage\":[]}"
                .formatted(header)
                .getBytes(StandardCharsets.UTF_8),
            1_000,
            AnchorProof::read);
    Attestation plain = attest(LOG, 1, NOW);
    Attestation withProof =
        new Attestation(
            plain.domain(),
            plain.sequence(),
            plain.head(),
            plain.block(),
            plain.from(),
            plain.log(),
            plain.pending(),
            Optional.of(proof));
    assertThat(judge(1, 0, shown(withProof, reports(LOG.head(), NOW))))
        .isInstanceOfSatisfying(
            EvidenceVerdict.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.PROOF_HEADER_MISMATCH));
  }

  @Test
  void aTokenThatAttestsAnotherHeadThanItsLogIsRefused() {
    Attestation plain = attest(LOG, 1, NOW);
    Attestation elsewhere =
        new Attestation(
            plain.domain(),
            plain.sequence(),
            World.NOWHERE,
            plain.block(),
            plain.from(),
            plain.log(),
            plain.pending(),
            plain.anchorProof());
    assertThat(judge(1, 0, shown(elsewhere, reports(LOG.head(), NOW))))
        .isInstanceOfSatisfying(
            EvidenceVerdict.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.LOG_HEAD_MISMATCH));
  }

  @Test
  void onlyAnAcceptedTokenNeedsNothingMoreAndOnlyAProvenOneRaises() {
    Evidence proven = shown(attest(LOG, 1, NOW), reports(LOG.head(), NOW));
    Evidence chained = shown(attest(LOG, 1, NOW), silent());
    Evidence absent = new Evidence(MISSING, List.of(), List.of());
    assertThat(judge(1, 0, proven).mayRaise()).isTrue();
    assertThat(judge(1, 0, chained).mayRaise()).isFalse();
    assertThat(judge(1, 0, absent).mayRaise()).isFalse();
    assertThat(accepts(proven)).isTrue();
    assertThat(accepts(chained)).isTrue();
    assertThat(accepts(absent)).isFalse();
  }

  private static boolean accepts(Evidence evidence) {
    return VERIFICATION.accepts(ShownTokens.state(1, 0), evidence, NOW);
  }

  @Test
  void theSourcesConfirmTheClockWithinTheAgeOfAHead() {
    Bytes32 any = World.NOWHERE;
    List<LogEntry> none = List.of();
    Evidence fresh = new Evidence(MISSING, none, List.of(reports(any, NOW - 3600)));
    Evidence stale = new Evidence(MISSING, none, List.of(reports(any, NOW - 3601)));
    assertThat(VERIFICATION.confirmsClock(fresh, NOW)).isTrue();
    assertThat(VERIFICATION.confirmsClock(stale, NOW)).isFalse();
  }
}
