package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.agent.world.ShownTokens.LOG;
import static org.softpause.agent.world.ShownTokens.NOW;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.world.ShownTokens;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.token.Assurance;
import org.softpause.protocol.token.PendingCertificate;

/** What the certificates that are not final come to. */
class PendingCheckTest {
  private static PendingCertificate waiting(Certificate certificate) {
    return new PendingCertificate(certificate, OptionalLong.empty());
  }

  private static PendingCertificate anchored(Certificate certificate, long at) {
    return new PendingCertificate(certificate, OptionalLong.of(at));
  }

  private static PendingCheck.Result check(PendingCertificate... pending) {
    return new PendingCheck(LOG, NOW).check(List.of(pending));
  }

  private static UnprovenEntry claim(Certificate certificate, long at) {
    return new UnprovenEntry(certificate, Assurance.CERTIFIED, NOW, at);
  }

  @Test
  void aCertificateWithATimeIsAClaimAndOneWithoutIsOnlyAnnounced() {
    Certificate one = ShownTokens.certify(ShownTokens.pause(1, NOW - 5));
    Certificate two = ShownTokens.certify(ShownTokens.pause(2, NOW - 5));
    assertThat(check(anchored(one, NOW - 1), waiting(two)))
        .isEqualTo(new PendingCheck.Result(List.of(claim(one, NOW - 1)), List.of(two), List.of()));
  }

  @Test
  void whatTheLogHoldsAlreadyIsNoLongerPending() {
    Certificate pause = LOG.entries().getLast().certificate();
    assertThat(check(waiting(pause), anchored(pause, NOW)))
        .isEqualTo(new PendingCheck.Result(List.of(), List.of(), List.of()));
  }

  @Test
  void claimsFollowOneAnotherAsEntriesOfTheLog() {
    Certificate first = ShownTokens.certify(ShownTokens.pause(1, NOW - 5));
    Certificate second = ShownTokens.certify(ShownTokens.pause(2, NOW - 5));
    assertThat(check(anchored(first, NOW - 2), anchored(second, NOW - 1)).claims())
        .containsExactly(claim(first, NOW - 2), claim(second, NOW - 1));
    isRefused(Rule.LOG_TIME_BACKWARDS, anchored(first, NOW - 1), anchored(second, NOW - 2));
    Certificate sameSlot = ShownTokens.certify(ShownTokens.pause(1, NOW - 4));
    isRefused(Rule.SLOT_OCCUPIED, anchored(first, NOW - 2), anchored(sameSlot, NOW - 1));
  }

  @Test
  void aLiftIsHeldBackWithANoteWhetherItHasATimeOrNot() {
    Certificate lift = ShownTokens.certify(ShownTokens.lift(NOW - 1));
    for (PendingCertificate shown : List.of(waiting(lift), anchored(lift, NOW))) {
      assertThat(check(shown).notes())
          .singleElement()
          .satisfies(note -> assertThat(note.rule()).isEqualTo(Rule.LIFT_NOT_PROVEN))
          .satisfies(note -> assertThat(note.detail()).contains("so it raises nothing"));
    }
  }

  @Test
  void aCertificateThatNobodySignedIsRefusedWithATimeAndWithout() {
    Decision pause = ShownTokens.pause(1, NOW - 5);
    Certificate other = LOG.entries().getLast().certificate();
    Certificate unsigned = new Certificate(other.domain(), pause, other.signatures());
    isRefused(Rule.SIGNATURE_INVALID, waiting(unsigned));
    isRefused(Rule.SIGNATURE_INVALID, anchored(unsigned, NOW));
  }

  @ParameterizedTest
  @CsvSource({"59, true", "60, true", "61, false", "200, false"})
  void aDecisionMayBeProposedUpToAMinuteAheadOfThisClock(long ahead, boolean announced) {
    PendingCheck.Result result =
        check(waiting(ShownTokens.certify(ShownTokens.pause(1, NOW + ahead))));
    assertThat(result.announced()).hasSize(announced ? 1 : 0);
    assertThat(result.notes())
        .extracting(VerdictNote::rule)
        .containsExactlyElementsOf(announced ? List.of() : List.of(Rule.PROPOSED_IN_FUTURE));
  }

  @ParameterizedTest
  @CsvSource({"-60, true", "-61, false"})
  void aDecisionMayBeAnchoredUpToAMinuteBehindThisClock(long behind, boolean announced) {
    long proposedAt = NOW + behind - 86_400;
    PendingCheck.Result result =
        check(waiting(ShownTokens.certify(ShownTokens.longPause(1, proposedAt, NOW + 3600))));
    assertThat(result.announced()).hasSize(announced ? 1 : 0);
    assertThat(result.notes())
        .extracting(VerdictNote::rule)
        .containsExactlyElementsOf(announced ? List.of() : List.of(Rule.ANCHOR_BY_PASSED));
  }

  @Test
  void aDecisionThatCanNoLongerBeAnchoredIsIgnoredWithItsReasonAndLosesNoOther() {
    Certificate occupied = ShownTokens.certify(ShownTokens.pause(0, NOW - 5));
    Certificate free = ShownTokens.certify(ShownTokens.pause(1, NOW - 5));
    PendingCheck.Result result = check(waiting(occupied), waiting(free));
    assertThat(result.announced()).containsExactly(free);
    assertThat(result.notes())
        .singleElement()
        .satisfies(note -> assertThat(note.rule()).isEqualTo(Rule.SLOT_OCCUPIED))
        .satisfies(note -> assertThat(note.detail()).contains("slot 0 is occupied until"));
  }

  private static void isRefused(Rule rule, PendingCertificate... pending) {
    assertThatThrownBy(() -> check(pending))
        .isInstanceOfSatisfying(
            RuleViolation.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }
}
