package org.softpause.signer.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.site.RegionNames;

/** Golden files: what an officer reads is changed on purpose or not at all. */
class DecisionBriefingTest {
  private static final long NOW = Instant.parse("2026-11-23T13:00:00Z").getEpochSecond();
  private static final Bytes32 ID = Sha256.hash("some id".getBytes(UTF_8));
  private static final RegistryParameters PARAMETERS =
      new RegistryParameters(Pflops.of(100), 5, 5, 0, 10_000, 5, 0);

  private static final RegistryParameters LICENSED =
      new RegistryParameters(Pflops.of(100), 3_600, 900, 604_800, 3_000, 600, 60);
  private static final Roster COUNCIL = roster(7, "Compute Council", 2, "Kenya", "India", "Brazil");
  private static final Roster OTHER = roster(9, "Labs", 2, "Delft", "Pune");
  private static final Roster RESHARED = reshared();

  private final DecisionBriefing words = new DecisionBriefing(RegionNames.load());

  @Test
  void aPauseOfTrainingInTwoRegions() throws IOException {
    Pause pause =
        pause(
            new Slot(0), 500, 3600, 10, 3, new Scope(List.of(250, 276), 1, Pflops.of(1000)), false);
    assertPage("pause.txt", pause, context("Europe/Berlin", Optional.empty()));
  }

  @Test
  void aPauseOfEverythingEverywhereInTheSingular() throws IOException {
    Pause pause =
        pause(new Slot(7), 250, 86_400, 1, 0, new Scope(List.of(), 7, Pflops.of(100)), false);
    DecisionContext alone =
        new DecisionContext(
            PARAMETERS,
            "Kenya",
            Optional.of(List.of(new BallotTally("Council", 2, 3, List.of("Kenya"), List.of()))),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.of(new VerifiedReasons("text/plain", "x", 1)),
            ZoneId.of("UTC"));
    assertPage("everywhere.txt", pause, alone);
  }

  @Test
  void aDrillSaysThatNothingSlowsDown() throws IOException {
    Pause pause =
        pause(new Slot(10), 5000, 600, 60, 60, new Scope(List.of(840), 6, Pflops.of(100)), true);
    DecisionContext fresh =
        new DecisionContext(
            PARAMETERS,
            "Brazil",
            Optional.of(List.of(new BallotTally("Council", 3, 5, List.of(), List.of()))),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            ZoneId.of("America/Sao_Paulo"));
    assertPage("drill.txt", pause, fresh);
  }

  @Test
  void aRotationThatWouldVoidAPauseWarns() throws IOException {
    Rotate rotate = rotate(MandateName.STANDING, List.of(key(RESHARED)));
    assertPage(
        "rotate-voids.txt",
        rotate,
        showing(context(PARAMETERS, List.of(COUNCIL, RESHARED)), List.of(open(2), lift(), rotate)));
  }

  @Test
  void aWithdrawalListsWhatWasProposedForItsSlotUntilThen() throws IOException {
    Withdraw withdraw =
        new Withdraw(MandateName.STANDING, 0, new Slot(2), NOW, NOW + 86_400, Bytes32.ZERO);
    assertPage(
        "withdraw-voids.txt",
        withdraw,
        showing(context(PARAMETERS, List.of()), List.of(open(2), open(3))));
  }

  private static Pause open(int slot) {
    return pause(
        new Slot(slot), 500, 86_400, 900, 0, new Scope(List.of(), 7, Pflops.of(100)), false);
  }

  private static DecisionContext showing(DecisionContext context, List<Decision> open) {
    return new DecisionContext(
        context.parameters(),
        context.proposer(),
        context.tallies(),
        context.today(),
        context.rosters(),
        context.lifted(),
        open.stream()
            .map(each -> new OpenDecision(each.id(TestRegistry.DOMAIN), each, "CERTIFIED"))
            .toList(),
        context.reasons(),
        context.zone());
  }

  @Test
  void aLiftSaysWhichPauseItEnds() throws IOException {
    Pause lifted =
        pause(
            new Slot(0), 500, 3600, 10, 3, new Scope(List.of(250, 276), 1, Pflops.of(1000)), false);
    assertPage("lift.txt", lift(), context("Asia/Kolkata", Optional.of(lifted)));
  }

  @Test
  void aLiftOfAPauseThatNobodyKnowsWarns() throws IOException {
    assertPage("lift-unknown.txt", lift(), context("UTC", Optional.empty()));
  }

  @Test
  void aWithdrawalSaysWhatItVoidsAndThatNothingElseChanges() throws IOException {
    Withdraw withdraw =
        new Withdraw(MandateName.STANDING, 0, new Slot(3), NOW, NOW + 86_400, Bytes32.ZERO);
    assertPage("withdraw.txt", withdraw, context(PARAMETERS, List.of()));
  }

  @Test
  void aRenewalSaysWhatHappensWithoutIt() throws IOException {
    assertPage("renew.txt", renew(), context(LICENSED, List.of()));
  }

  @Test
  void aResharingSaysWhoJoinsWhoLeavesAndThatLeaversKeepTheirShares() throws IOException {
    Rotate rotate = rotate(MandateName.STANDING, List.of(key(RESHARED)));
    assertPage("reshare.txt", rotate, context(PARAMETERS, List.of(COUNCIL, RESHARED)));
  }

  @Test
  void newCommitteesAreNamedWithTheirMembersOrAsUnknown() throws IOException {
    CommitteeKey unknown = new CommitteeKey(OTHER.groupKey(), false, Sha256.hash(new byte[1]));
    Rotate rotate =
        rotate(
            MandateName.EMERGENCY,
            Stream.of(key(COUNCIL), unknown)
                .sorted(Comparator.comparing(CommitteeKey::x))
                .toList());
    assertPage("rotate-unknown.txt", rotate, context(PARAMETERS, List.of(COUNCIL)));
  }

  @Test
  void aDeletionOfEmergencySaysSo() throws IOException {
    assertPage(
        "deletion.txt",
        rotate(MandateName.EMERGENCY, List.of()),
        context(PARAMETERS, List.of(COUNCIL)));
  }

  private static CommitteeKey key(Roster roster) {
    return new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash());
  }

  /** COUNCIL holds STANDING, and nobody EMERGENCY. */
  private static DecisionContext context(RegistryParameters parameters, List<Roster> rosters) {
    Genesis genesis =
        new Genesis(TestRegistry.DOMAIN, NOW - 3_600, parameters, List.of(key(COUNCIL)), List.of());
    return new DecisionContext(
        parameters,
        "Kenya",
        Optional.of(List.of(new BallotTally("Compute Council", 2, 3, List.of("Kenya"), List.of()))),
        Optional.of(RegistryState.genesis(genesis)),
        rosters,
        Optional.empty(),
        List.of(),
        Optional.of(new VerifiedReasons("text/plain", "x", 1)),
        ZoneId.of("UTC"));
  }

  private static Renew renew() {
    return new Renew(MandateName.STANDING, 0, NOW + 604_800, NOW, NOW + 86_400, Bytes32.ZERO);
  }

  private static Rotate rotate(MandateName target, List<CommitteeKey> committees) {
    return new Rotate(
        MandateName.STANDING, 0, target, 0, committees, NOW, NOW + 21_600, Bytes32.ZERO);
  }

  /** As its ceremony would make it, under the same key for the same key seed. */
  private static Roster roster(long keySeed, String body, int minSigners, String... names) {
    TestCeremony ceremony = TestCeremony.of(keySeed, minSigners, names);
    Roster made = TestCeremony.roster(ceremony.complete());
    return new Roster(
        made.ceremony(),
        made.transcript(),
        body,
        true,
        minSigners,
        made.groupKey(),
        made.members());
  }

  /** Kenya stays with its key, India leaves, Chile and Ghana join; no real resharing is needed. */
  private static Roster reshared() {
    Roster next = roster(8, "Compute Council", 3, "Kenya", "Brazil", "Chile", "Ghana");
    List<RosterMember> members = new ArrayList<>(next.members());
    for (int i = 0; i < 2; i++) {
      RosterMember seat = members.get(i);
      Member stays = COUNCIL.members().get(i * 2).member();
      members.set(
          i,
          new RosterMember(
              new Member(seat.member().identifier(), stays.name(), stays.identity()),
              seat.verifyingShare()));
    }
    return new Roster(
        next.ceremony(),
        next.transcript(),
        next.body(),
        true,
        next.minSigners(),
        COUNCIL.groupKey(),
        members);
  }

  @Test
  void besideOtherPausesAPageSaysWhatChangesWhere() throws IOException {
    RegistryState today = twoPausesInForce();
    Pause third = new PauseBuilder().slot(2).ceilingBps(1000).regions(List.of(276, 404)).build();
    assertPage("change.txt", third, today("Kenya", today));
    Bytes32 first = today.occupant(new Slot(0), TestRegistry.NOW).orElseThrow().id();
    assertPage(
        "change-lift.txt",
        TestRegistry.lift(0, first, TestRegistry.NOW + 5),
        today("Kenya", today));
  }

  /** Slot 0 leaves 5 % in France and Germany, slot 1 leaves 40 % everywhere. */
  private static RegistryState twoPausesInForce() {
    RegistryState one =
        TestRegistry.anchor(TestRegistry.state(), new PauseBuilder().build(), TestRegistry.NOW);
    Pause second =
        new PauseBuilder().slot(1).ceilingBps(4000).regions(List.of()).hardwareClasses(7).build();
    return TestRegistry.anchor(one, second, TestRegistry.NOW + 1);
  }

  private static DecisionContext today(String proposer, RegistryState today) {
    return new DecisionContext(
        TestRegistry.PARAMETERS,
        proposer,
        Optional.of(List.of()),
        Optional.of(today),
        List.of(),
        today.occupant(new Slot(0), TestRegistry.NOW).map(AnchoredPause::pause),
        List.of(),
        Optional.empty(),
        ZoneId.of("UTC"));
  }

  @Test
  void aLapsedLicenceIsInForceTodayBesideAnyPauseAndAfterAnyLift() throws IOException {
    DecisionContext context = lapsed(Optional.of(List.of()));
    Pause deeper =
        pause(new Slot(0), 500, 86_400, 900, 0, new Scope(List.of(), 7, Pflops.of(100)), false);

    assertPage("lapsed.txt", deeper, context);
    assertPage("lapsed-lift.txt", lift(), context);
  }

  @Test
  void ballotsThatCouldNotBeFetchedAreNotNobodys() throws IOException {
    assertPage("no-ballots.txt", renew(), lapsed(Optional.empty()));
  }

  /** The licence ran out two hours ago, one hour more than the lead. */
  private static DecisionContext lapsed(Optional<List<BallotTally>> tallies) {
    long deployed = NOW - LICENSED.licenceSeconds() - 7_200;
    Genesis genesis =
        new Genesis(TestRegistry.DOMAIN, deployed, LICENSED, List.of(key(COUNCIL)), List.of());
    return new DecisionContext(
        LICENSED,
        "Kenya",
        tallies,
        Optional.of(RegistryState.genesis(genesis)),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ZoneId.of("UTC"));
  }

  private static Lift lift() {
    Bytes32 pauseId = Sha256.hash("the pause".getBytes(UTF_8));
    return new Lift(MandateName.STANDING, 0, new Slot(0), pauseId, NOW, NOW + 86_400, Bytes32.ZERO);
  }

  private static Pause pause(
      Slot slot,
      int ceilingBps,
      long lasts,
      long rampSeconds,
      long staggerSeconds,
      Scope scope,
      boolean drill) {
    return new Pause(
        MandateName.STANDING,
        0,
        slot,
        ceilingBps,
        NOW + 300,
        NOW + 300 + lasts,
        rampSeconds,
        staggerSeconds,
        scope,
        drill,
        NOW,
        NOW + 86_400,
        Bytes32.ZERO);
  }

  private static DecisionContext context(String zone, Optional<Pause> lifted) {
    return new DecisionContext(
        PARAMETERS,
        "Kenya",
        Optional.of(
            List.of(
                new BallotTally(
                    "Compute Council",
                    3,
                    5,
                    List.of("Kenya", "India"),
                    List.of(new BallotTally.Rejection("Brazil", "not yet\u001b[2Jconvinced"))))),
        Optional.empty(),
        List.of(),
        lifted,
        List.of(),
        Optional.of(
            new VerifiedReasons(
                "text/markdown", "# Why\n\nTwo runs crossed the line.\n\u001b]0;x", 44)),
        ZoneId.of(zone));
  }

  private void assertPage(String golden, Decision decision, DecisionContext context)
      throws IOException {
    String page = String.join("\n", words.page(ID, decision, context)) + "\n";
    try (InputStream file = DecisionBriefingTest.class.getResourceAsStream(golden)) {
      String expected = new String(Objects.requireNonNull(file, golden).readAllBytes(), UTF_8);
      assertThat(page).isEqualTo(expected);
    }
  }
}
