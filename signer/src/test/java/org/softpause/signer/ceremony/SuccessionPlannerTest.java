package org.softpause.signer.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Refusals.refused;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Rule;
import org.softpause.protocol.client.LenientObject;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.world.TestCommittee;

/** Whom a proposer means, and who hands a share on. */
class SuccessionPlannerTest {
  private static final SecureRandom RANDOM = new SeededRandom(62);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final TestCommittee BOARD = new TestCommittee(3, RANDOM);
  private static final SoftwareIdentity FRED = SoftwareIdentity.generate(RANDOM);
  private static final SignerState ONE =
      SignerState.fresh(
              "alice",
              new IdentityKey.Software(SecretBytes.copyOf(COUNCIL.identity(1).secretBytes())))
          .withSeat(COUNCIL.seat(1, SeatStatus.IN_FORCE));

  @Test
  void theCommitteeNeedsNoNameWhereThereIsOneAndOneNameWhereThereAreTwo() {
    assertThat(planner(ONE, Optional.empty())).isEqualTo(new SuccessionPlanner(COUNCIL.roster()));
    SignerState two = ONE.withSeat(BOARD.seat(1, SeatStatus.IN_FORCE));
    refused(Rule.WRONG_ROSTER, () -> planner(two, Optional.empty()));
    assertThat(planner(two, Optional.of(BOARD)).previous()).isEqualTo(BOARD.roster());
    refused(Rule.WRONG_ROSTER, () -> SuccessionPlanner.of(two, Optional.of(hash("another"))));
    SignerState waiting = ONE.withSeat(BOARD.seat(1, SeatStatus.WAITING));
    refused(Rule.WRONG_ROSTER, () -> planner(waiting, Optional.of(BOARD)));
  }

  @Test
  void whoeverStaysHandsAShareOnUnlessSomeAreNamed() {
    SuccessionPlanner planner = new SuccessionPlanner(COUNCIL.roster());
    List<Member> today = planner.members();
    assertThat(today)
        .extracting(Member::name)
        .containsExactly("alice", "bob", "carol", "dave", "erin");
    assertThat(planner.handingOn(today.subList(1, 3), List.of()))
        .containsExactly(new Identifier(2), new Identifier(3));
    assertThat(planner.handingOn(today, List.of("erin", "bob")))
        .containsExactly(new Identifier(2), new Identifier(5));
    refused(Rule.NOT_A_MEMBER, () -> planner.handingOn(today, List.of("fred")));
  }

  @Test
  void aMemberOfTodayKeepsItsKeyAndOthersAreListedOnceByName() {
    JurisdictionDirectory directory =
        new JurisdictionDirectory(List.of(listed("fred"), listed("bob")), Optional.empty());
    assertThat(directory.seats(List.of("bob", "fred")))
        .containsExactly(
            new Member(new Identifier(1), "bob", FRED.publicIdentity()),
            new Member(new Identifier(2), "fred", FRED.publicIdentity()));
    assertThat(directory.beside(COUNCIL.roster()).seats(List.of("fred", "bob")))
        .containsExactly(
            new Member(new Identifier(1), "fred", FRED.publicIdentity()),
            new Member(new Identifier(2), "bob", COUNCIL.identity(2).publicIdentity()));
    refused(Rule.NOT_A_MEMBER, () -> directory.seats(List.of("gina")));
    JurisdictionDirectory twice =
        new JurisdictionDirectory(List.of(listed("fred"), listed("fred")), Optional.empty());
    refused(Rule.NOT_A_MEMBER, () -> twice.seats(List.of("fred")));
  }

  @Test
  void aCommitteeHasAtMost255Members() {
    JurisdictionDirectory directory =
        new JurisdictionDirectory(List.of(listed("fred")), Optional.empty());
    List<String> most = new ArrayList<>(Collections.nCopies(255, "fred"));
    assertThat(directory.seats(most)).hasSize(255);
    most.add("fred");
    refused(Rule.PLAN_INVALID, () -> directory.seats(most));
  }

  private static SuccessionPlanner planner(SignerState state, Optional<TestCommittee> named) {
    return SuccessionPlanner.of(state, named.map(committee -> committee.roster().hash()));
  }

  private static LenientObject listed(String name) {
    return LenientObject.of(
        new ObjectWriter().text("name", name).json("jwk", FRED.publicIdentity().toJson()).toJson());
  }
}
