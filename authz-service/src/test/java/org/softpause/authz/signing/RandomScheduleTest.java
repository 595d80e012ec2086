package org.softpause.authz.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.authz.RunningService;
import org.softpause.authz.Signatories;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.authz.signing.MemberBehaviours.Behaviour;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.SigningPackageDocument;
import tools.jackson.databind.JsonNode;

/**
 * Seeded random schedules: in each turn one member acts, at either of two services on one database.
 * Whatever up to n - t members do, the signature comes within n - t + 1 sessions, and only liars
 * are blamed. {@code -Dsoftpause.schedules=200} runs more of them.
 */
class RandomScheduleTest {
  private static final int MAX_SESSIONS = 3;
  private static final int MAX_TURNS = 400;

  private static SingleCommitteeRegistry world;
  private static RunningService replica;

  private final Map<Integer, SigningPackageDocument> first = new HashMap<>();
  private final Map<Integer, SignatureShare> given = new HashMap<>();
  private Bytes32 id = Bytes32.ZERO;

  @BeforeAll
  static void twoServicesOnOneDatabase() {
    world = SingleCommitteeRegistry.sharedThatOnlySigns();
    replica = world.startReplica();
  }

  @AfterAll
  static void close() {
    replica.close();
  }

  @AfterEach
  void backToTheFirst() {
    world.signatories().turnTo(world.service());
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("softpause.schedules", 8));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void threeHonestMembersAlwaysComeToASignature(long seed) {
    Random random = new Random(seed);
    MemberBehaviours behaviours = MemberBehaviours.of(random);
    Pause drill = world.pause(10).drill(true).ceilingBps(3_000 + (int) seed).build();
    id = drill.id(world.signatories().domain());
    world.signatories().propose(drill);
    for (int turn = 0; turn < MAX_TURNS && !isCertified(); turn++) {
      act(behaviours, 1 + random.nextInt(5), random);
    }
    assertThat(isCertified()).as("seed %d, %s: %s", seed, behaviours, view()).isTrue();
    assertWhatIsShown(behaviours, "seed %d, %s".formatted(seed, behaviours));
  }

  private void assertWhatIsShown(MemberBehaviours behaviours, String described) {
    JsonNode group = replica.open().get("/v1/decisions/" + id + "/signing").json().at("/groups/0");
    assertThat(group.at("/sessions").size()).as(described).isBetween(1, MAX_SESSIONS);
    for (JsonNode culprit : group.at("/culprits")) {
      assertThat(Behaviour.DISHONEST)
          .as(described)
          .contains(behaviours.of(culprit.at("/identifier").asInt()));
    }
    assertThat(view().at("/signers").size()).as(described).isEqualTo(3);
  }

  private void act(MemberBehaviours behaviours, int member, Random random) {
    Signatories signatories = world.signatories();
    signatories.turnTo(random.nextBoolean() ? world.service() : replica);
    if (!approvals().contains(member)) {
      signatories.approve(id, member);
      return;
    }
    signatories
        .signingPackage(id, member)
        .ifPresent(asked -> answer(behaviours.of(member), member, asked));
  }

  private void answer(Behaviour behaviour, int member, SigningPackageDocument asked) {
    switch (behaviour) {
      case HONEST -> give(member, asked);
      case SILENT -> first.putIfAbsent(member, asked);
      case LIAR -> world.signatories().sendShare(id, asked, member, other());
      case TWO_FACED -> {
        give(member, asked);
        world.signatories().sendShare(id, asked, member, other());
      }
      case REPLAYER -> {
        SignatureShare before = given.get(member);
        if (before == null) {
          give(member, asked);
        } else {
          world.signatories().sendShare(id, asked, member, before);
        }
      }
      case DESERTER -> world.signatories().reject(id, member, "not after all");
    }
  }

  private void give(int member, SigningPackageDocument asked) {
    SignatureShare share = world.signatories().share(id, asked, member);
    given.put(member, share);
    assertThat(world.signatories().sendShare(id, asked, member, share).status()).isIn(200, 201);
  }

  private static SignatureShare other() {
    byte[] bytes = new byte[32];
    bytes[31] = 7;
    return SignatureShare.decode(bytes);
  }

  private List<Integer> approvals() {
    List<Integer> approvals = new ArrayList<>();
    view().at("/approvals").forEach(one -> approvals.add(one.asInt()));
    return Collections.unmodifiableList(approvals);
  }

  private boolean isCertified() {
    return view().at("/state").asString().equals("CERTIFIED");
  }

  private JsonNode view() {
    return world.decision(id);
  }
}
