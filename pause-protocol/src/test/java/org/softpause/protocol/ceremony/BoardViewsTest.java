package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;

/**
 * Random walks of whole ceremonies over boards that show a different ceremony to everyone (protocol
 * "Key ceremony"), proof of possession included.
 */
class BoardViewsTest {
  private static final long SEED = 20261128;
  private static final List<CeremonyPhase> CHEATING =
      List.of(
          CeremonyPhase.ROUND_ONE,
          CeremonyPhase.ROUND_TWO,
          CeremonyPhase.ROUND_TWO,
          CeremonyPhase.ROUND_TWO,
          CeremonyPhase.CONFIRMATION,
          CeremonyPhase.POSSESSION,
          CeremonyPhase.COMPLETE);

  @ParameterizedTest
  @EnumSource(CeremonyPurpose.class)
  void noHonestMessageInAnyViewMakesItsSenderACulprit(CeremonyPurpose purpose) {
    int split = 0;
    int convicted = 0;
    int complete = 0;
    for (int walk = 0; walk < CHEATING.size(); walk++) {
      long seed = SEED + walk;
      HostileBoard board = board(purpose, CHEATING.get(walk), seed);
      board.run();
      board.requireThatNoHonestSenderIsACulprit(seed);
      split += board.splitComplaints();
      convicted += (int) board.views().filter(view -> !view.culprits().isEmpty()).count();
      complete +=
          (int) board.views().filter(view -> view.phase() == CeremonyPhase.COMPLETE).count();
    }
    assertThat(List.of(split, convicted, complete))
        .as("split complaints, convictions and complete views")
        .allSatisfy(count -> assertThat(count).isPositive());
  }

  private static HostileBoard board(CeremonyPurpose purpose, CeremonyPhase cheatsIn, long seed) {
    Random random = new Random(seed);
    if (purpose == CeremonyPurpose.NEW) {
      TestCeremony founding = TestCeremony.of(seed, 2, "alice", "bob", "carol");
      return board(founding, cheatsIn, random, name -> Optional.empty());
    }
    TestCeremony before = TestCeremony.of(seed, 2, "alice", "bob", "carol");
    Ceremony founded = before.complete();
    TestCeremony next =
        purpose == CeremonyPurpose.REFRESH
            ? before.refresh(founded, "alice", "bob", "carol")
            : before.succeed(
                founded, purpose, 2, List.of("alice", "carol"), List.of("bob", "alice", "dave"));
    return board(
        next,
        cheatsIn,
        random,
        name ->
            before.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .map(TestMember::key));
  }

  private static HostileBoard board(
      TestCeremony committee,
      CeremonyPhase cheatsIn,
      Random random,
      Function<String, Optional<KeyPackage>> oldShare) {
    List<TestMember> all = committee.members();
    List<Identifier> dealers = List.copyOf(committee.plan().seats().dealers().keySet());
    Identifier liar =
        cheatsIn == CeremonyPhase.ROUND_TWO
            ? dealers.get(random.nextInt(dealers.size()))
            : new Identifier(1 + random.nextInt(all.size()));
    Optional<KeyPackage> old =
        committee.plan().isDealer(liar)
            ? oldShare.apply(all.get(liar.value() - 1).name())
            : Optional.empty();
    return new HostileBoard(committee, liar, old, cheatsIn, random);
  }
}
