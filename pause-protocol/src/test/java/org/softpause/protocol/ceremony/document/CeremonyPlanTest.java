package org.softpause.protocol.ceremony.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.fixture.TestCeremony;

class CeremonyPlanTest {
  private final List<Member> five = TestCeremony.threeOfFive(20261123).plan().members();

  @Test
  void theThresholdIsFromTwoToTheNumberOfMembers() {
    assertRefused(Rule.PLAN_INVALID, () -> plan(1, five));
    assertThat(plan(2, five).minSigners()).isEqualTo(2);
    assertThat(plan(5, five).minSigners()).isEqualTo(5);
    assertRefused(Rule.PLAN_INVALID, () -> plan(6, five));
  }

  @Test
  void identifiersAreFromOneWithoutGaps() {
    assertRefused(Rule.PLAN_INVALID, () -> plan(2, five.subList(1, 5)));
    assertRefused(Rule.PLAN_INVALID, () -> plan(2, List.of(five.get(0), five.get(2))));
    assertRefused(Rule.PLAN_INVALID, () -> plan(2, five.reversed()));
  }

  @Test
  void nobodyHasTwoSeats() {
    Member alice = five.get(0);
    Member again = new Member(new Identifier(2), "bob", alice.identity());
    Member namesake = new Member(new Identifier(2), "alice", five.get(1).identity());

    assertRefused(Rule.PLAN_INVALID, () -> plan(2, List.of(alice, again)));
    assertRefused(Rule.PLAN_INVALID, () -> plan(2, List.of(alice, namesake)));
  }

  @Test
  void moreThan255MembersAreRefusedBeforeAnythingElse() {
    List<Member> many = new ArrayList<>();
    IntStream.range(0, 256).forEach(i -> many.add(five.get(i % 5)));

    assertRefused(Rule.PLAN_INVALID, () -> plan(2, many));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " a", "a ", "a  b", "a\tb", "a\u202eb", "a\u0000", "a\u200bb"})
  void namesThatDeceiveTheEyeAreRefused(String name) {
    assertRefused(
        Rule.PLAN_INVALID, () -> new Member(new Identifier(1), name, five.get(0).identity()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "C\u00f4te d'Ivoire", "\u4e2d\u56fd", "International body (civil), 2"})
  void namesOfAnyScriptPass(String name) {
    assertThat(new Member(new Identifier(1), name, five.get(0).identity()).name()).isEqualTo(name);
  }

  @Test
  void aNameHasAtMost100Characters() {
    Member longest = new Member(new Identifier(1), "a".repeat(100), five.get(0).identity());

    assertThat(longest.name()).hasSize(100);
    assertRefused(
        Rule.PLAN_INVALID,
        () -> new Member(new Identifier(1), "a".repeat(101), five.get(0).identity()));
  }

  @Test
  void theNonceMakesTheSamePlanAnotherCeremony() {
    CeremonyPlan plan = plan(2, five);
    byte[] nonce = new byte[32];
    nonce[0] = 1;
    CeremonyPlan other =
        new CeremonyPlan("Body", true, 2, five, Bytes32.of(nonce), plan.createdAt());

    assertThat(other.id()).isNotEqualTo(plan.id());
    assertThat(other.fingerprint()).isNotEqualTo(plan.fingerprint());
  }

  @Test
  void theFingerprintShowsEveryDigitOfTheId() {
    CeremonyPlan plan = plan(2, five);

    assertThat(plan.fingerprint()).matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
    assertThat("0x" + plan.fingerprint().replace(" ", "")).isEqualTo(plan.id().toString());
  }

  private static CeremonyPlan plan(int minSigners, List<Member> members) {
    return new CeremonyPlan("Body", true, minSigners, members, Bytes32.ZERO, 1_800_000_000);
  }
}
