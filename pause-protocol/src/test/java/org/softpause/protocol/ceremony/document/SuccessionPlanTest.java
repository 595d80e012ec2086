package org.softpause.protocol.ceremony.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/** The rules on plans of refreshes and resharings. */
class SuccessionPlanTest {
  private static final long SEED = 20261123;
  private static final int MAX = 1 << 20;

  private final TestCeremony before = TestCeremony.threeOfFive(SEED);
  private final Roster roster = TestCeremony.roster(before.complete());
  private final List<Member> five = before.plan().members();

  @Test
  void aPlanReadAndWrittenAgainKeepsItsIdAndItsPredecessor() {
    CeremonyPlan plan = plan(CeremonyPurpose.RESHARE, 2, five.subList(0, 3), 1, 3, 5);

    CeremonyPlan read =
        StrictJson.read(CanonicalJson.encode(plan.toJson()), MAX, CeremonyPlan::read);

    assertThat(read).isEqualTo(plan);
    assertThat(read.id()).isEqualTo(plan.id());
    assertThat(read.succession().orElseThrow().previousRoster()).isEqualTo(roster.hash());
    assertThat(read.participants()).hasSize(4);
    assertThat(read.participant(new Identifier(4)).name()).isEqualTo("erin");
  }

  @Test
  void theIdCoversPurposePredecessorAndDealers() {
    Bytes32 id = plan(CeremonyPurpose.RESHARE, 2, five, 1, 2, 3).id();

    assertThat(plan(CeremonyPurpose.RESHARE, 2, five, 1, 2, 4).id()).isNotEqualTo(id);
    assertThat(plan(CeremonyPurpose.RESHARE, 4, five, 1, 2, 3).id()).isNotEqualTo(id);
    Roster other = TestCeremony.roster(TestCeremony.threeOfFive(SEED + 1).complete());
    assertThat(plan(other, CeremonyPurpose.RESHARE, "Test body", true, 2, five, 1, 2, 3).id())
        .isNotEqualTo(id);
  }

  @Test
  void aRefreshThatLowersTheThresholdIsRefusedByName() {
    assertRefused(Rule.THRESHOLD_LOWERED, () -> plan(CeremonyPurpose.REFRESH, 2, five, 1, 2, 3));
  }

  @Test
  void aRefreshThatChangesAnythingElseIsRefused() {
    assertRefused(Rule.PLAN_INVALID, () -> plan(CeremonyPurpose.REFRESH, 4, five, 1, 2, 3));
    assertRefused(
        Rule.PLAN_INVALID, () -> plan(CeremonyPurpose.REFRESH, 3, five.subList(0, 4), 1, 2, 3));
    assertRefused(
        Rule.PLAN_INVALID,
        () -> plan(roster, CeremonyPurpose.REFRESH, "Other", true, 3, five, 1, 2, 3));
    assertRefused(
        Rule.PLAN_INVALID,
        () -> plan(roster, CeremonyPurpose.REFRESH, "Test body", false, 3, five, 1, 2, 3));
  }

  @Test
  void aResharingMayChangeNothingButNotTheBody() {
    assertThat(plan(CeremonyPurpose.RESHARE, 3, five, 1, 2, 3).members()).isEqualTo(five);
    assertRefused(
        Rule.PLAN_INVALID,
        () -> plan(roster, CeremonyPurpose.RESHARE, "Test body", false, 4, five, 1, 2, 3));
  }

  @Test
  void fewerDealersThanTheOldThresholdAreRefused() {
    assertThat(plan(CeremonyPurpose.REFRESH, 3, five, 1, 2, 3).participants()).hasSize(5);
    assertRefused(Rule.PLAN_INVALID, () -> plan(CeremonyPurpose.REFRESH, 3, five, 1, 2));
  }

  @Test
  void dealersAscendAndAreOfTheOldCommittee() {
    assertRefused(Rule.PLAN_INVALID, () -> plan(CeremonyPurpose.REFRESH, 3, five, 1, 3, 2));
    assertRefused(Rule.PLAN_INVALID, () -> plan(CeremonyPurpose.REFRESH, 3, five, 1, 2, 2));
    assertRefused(Rule.NOT_A_MEMBER, () -> plan(CeremonyPurpose.REFRESH, 3, five, 1, 2, 6));
  }

  @Test
  void aMemberWithANewIdentityKeyJoinsAndItsOldSelfLeaves() {
    TestMember anew = new TestMember("alice", TestRandom.seeded(SEED + 2));
    List<Member> members =
        IntStream.range(0, 5).mapToObj(i -> i == 0 ? anew.seat(1) : five.get(i)).toList();

    CeremonyPlan plan = plan(CeremonyPurpose.RESHARE, 3, members, 1, 2, 3);

    assertThat(plan.participants()).hasSize(6);
    assertThat(plan.isDealer(new Identifier(1))).isFalse();
    assertThat(plan.isDealer(new Identifier(6))).isTrue();
    assertThat(plan.isMember(new Identifier(6))).isFalse();
  }

  @Test
  void membersAndLeaversTogetherAreAtMost255() {
    List<Member> strangers =
        IntStream.rangeClosed(1, 253)
            .mapToObj(i -> new TestMember("m" + i, TestRandom.seeded(i)).seat(i))
            .toList();

    assertRefused(Rule.PLAN_INVALID, () -> plan(CeremonyPurpose.RESHARE, 3, strangers, 1, 2, 3));
    assertThat(plan(CeremonyPurpose.RESHARE, 3, strangers.subList(0, 252), 1, 2, 3).participants())
        .hasSize(255);
  }

  @Test
  void aNewGroupNamesNoPredecessorAndASuccessionMustNameOne() {
    String founding = json(before.plan());
    String succession = json(plan(CeremonyPurpose.REFRESH, 3, five, 1, 2, 3));

    assertRefused(
        Rule.MISSING_MEMBER,
        () -> read(founding.replace("\"purpose\":\"new\"", "\"purpose\":\"refresh\"")));
    assertRefused(
        Rule.UNKNOWN_MEMBER,
        () -> read(succession.replace("\"purpose\":\"refresh\"", "\"purpose\":\"new\"")));
    assertRefused(
        Rule.PLAN_INVALID,
        () -> read(succession.replace("\"purpose\":\"refresh\"", "\"purpose\":\"repair\"")));
  }

  private CeremonyPlan plan(
      CeremonyPurpose purpose, int minSigners, List<Member> members, int... dealers) {
    return plan(roster, purpose, "Test body", true, minSigners, members, dealers);
  }

  private static CeremonyPlan plan(
      Roster previous,
      CeremonyPurpose purpose,
      String body,
      boolean civil,
      int minSigners,
      List<Member> members,
      int... dealers) {
    List<Identifier> dealing = IntStream.of(dealers).mapToObj(Identifier::new).toList();
    return new CeremonyPlan(
        body,
        civil,
        minSigners,
        members,
        Bytes32.ZERO,
        1_800_000_000,
        Optional.of(new Succession(purpose, previous, dealing)));
  }

  private static String json(CeremonyPlan plan) {
    return new String(CanonicalJson.encode(plan.toJson()), StandardCharsets.UTF_8);
  }

  private static CeremonyPlan read(String json) {
    return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), MAX, CeremonyPlan::read);
  }
}
