package org.softpause.authz.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.softpause.authz.MultiCommitteeRegistry;
import org.softpause.authz.Signatories;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import tools.jackson.databind.JsonNode;

/**
 * One registry through two epochs of each mandate. The tests run in order, each from the state that
 * the last one left.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MultiCommitteeRegistryTest {
  private static MultiCommitteeRegistry world;
  private static Bytes32 shot = Bytes32.ZERO;

  @BeforeAll
  static void found() {
    world = MultiCommitteeRegistry.found(71);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static Pause emergency(long epoch, int slot, boolean drill) {
    return world.pause(slot).mandate(MandateName.EMERGENCY).epoch(epoch).drill(drill).build();
  }

  private static Lift lift(int slot, Bytes32 pauseId) {
    long now = world.now() + 1;
    return new Lift(
        MandateName.EMERGENCY,
        0,
        new Slot(slot),
        pauseId,
        now,
        now + 3_600,
        Signatories.reasonHash());
  }

  private static Rotate rotate(
      long epoch, MandateName target, long targetEpoch, List<CommitteeKey> committees) {
    long now = world.now();
    return new Rotate(
        MandateName.STANDING,
        epoch,
        target,
        targetEpoch,
        committees,
        now,
        now + 3_600,
        Signatories.reasonHash());
  }

  private static Renew renew(long epoch, long until) {
    long now = world.now();
    return new Renew(
        MandateName.STANDING, epoch, until, now, now + 3_600, Signatories.reasonHash());
  }

  @Test
  @Order(1)
  void bothBodiesOfStandingHaveToSign() {
    Pause drill = world.pause(10).drill(true).build();
    world.north().propose(drill);
    Bytes32 id = drill.id(world.north().domain());
    world.south().sign(id, 0);
    assertThat(world.state(id)).isEqualTo("SIGNING");
    world.north().sign(id, 0);
    world.await(id, "FINAL");
    assertThat(world.get("/v1/registry").at("/live").asBoolean()).isFalse();
  }

  @Test
  @Order(2)
  void emergencyActsAloneAndOnce() {
    world.decide(emergency(0, 15, true), world.swift());
    assertThat(world.get("/v1/registry").at("/live").asBoolean()).isTrue();
    shot = world.decide(emergency(0, 12, false), world.swift());
    var second = world.swift().propose(emergency(0, 13, false));
    assertThat(second.problem()).isEqualTo("emergency-disarmed");
  }

  @Test
  @Order(3)
  void aRenewalMovesTheEndOfTheLicenceAndSupersedesASmallerOne() {
    long first = world.get("/v1/registry").at("/deployedAt").asLong() + 604_800;
    assertThat(world.north().propose(renew(0, first)).problem())
        .isEqualTo("operating-until-not-rising");
    assertThat(world.north().propose(renew(0, first + 604_800)).problem())
        .isEqualTo("operating-until-too-late");
    Renew shorter = renew(0, first + 1);
    assertThat(world.north().propose(shorter).status()).isEqualTo(201);
    world.decide(renew(0, first + 2), world.south(), world.north());
    world.await(shorter.id(world.north().domain()), "SUPERSEDED");
  }

  @Test
  @Order(4)
  void aWithdrawalSupersedesWhatWasProposedForItsSlotAndChangesNoCeiling() {
    Pause regretted = world.pause(2).build();
    assertThat(world.north().propose(regretted).status()).isEqualTo(201);
    long at = regretted.proposedAt();
    Withdraw withdraw =
        new Withdraw(
            MandateName.STANDING, 0, new Slot(2), at, at + 3_600, Signatories.reasonHash());
    Bytes32 id = world.decide(withdraw, world.south(), world.north());
    world.await(regretted.id(world.north().domain()), "SUPERSEDED");
    assertThat(world.get("/v1/log?limit=100").toString()).contains(id.toString(), "\"Withdraw\"");
    assertThat(world.north().propose(world.pause(2).proposedAt(at).build()).problem())
        .isEqualTo("proposed-at-not-rising");
  }

  @Test
  @Order(5)
  void standingRearmsEmergencyWithANewBodyWhichProvesItsKey() {
    assertThat(unannounced()).containsExactly(world.fresh().roster().toString());
    Lift pending = lift(12, shot);
    assertThat(world.swift().propose(pending).status()).isEqualTo(201);
    Rotate rotate = rotate(0, MandateName.EMERGENCY, 0, MultiCommitteeRegistry.keys(world.fresh()));
    Bytes32 id = world.certify(rotate, world.north(), world.south(), world.fresh());
    world.await(id, "FINAL");
    world.await(pending.id(world.swift().domain()), "SUPERSEDED");
    assertThat(unannounced()).isEmpty();
    world.decide(emergency(1, 13, false), world.fresh());
    assertThat(world.swift().propose(emergency(1, 14, false)).problem()).isEqualTo("wrong-roster");
  }

  private static List<String> unannounced() {
    return world
        .get("/v1/committees")
        .at("/committees")
        .valueStream()
        .filter(one -> one.path("unannounced").asBoolean(false))
        .map(one -> one.at("/id").asString())
        .toList();
  }

  @Test
  @Order(6)
  void aRosterThatNoCeremonyHereMadeIsRefused() {
    CommitteeKey known = MultiCommitteeRegistry.keys(world.fresh()).getFirst();
    CommitteeKey invented = new CommitteeKey(known.key(), known.civil(), Bytes32.ZERO);
    var answer = world.north().propose(rotate(0, MandateName.EMERGENCY, 1, List.of(invented)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("roster-mismatch");
  }

  @Test
  @Order(7)
  void standingReplacesOneOfItsBodies() {
    Rotate rotate =
        rotate(
            0, MandateName.STANDING, 0, MultiCommitteeRegistry.keys(world.north(), world.swift()));
    world.decide(rotate, world.north(), world.south(), world.swift());
    Pause drill = world.pause(11).epoch(1).drill(true).build();
    world.decide(drill, world.north(), world.swift());
    assertThat(world.south().propose(world.pause(10).epoch(1).drill(true).build()).problem())
        .isEqualTo("wrong-roster");
  }

  @Test
  @Order(8)
  void emergencyIsDeleted() {
    Rotate deletion = rotate(1, MandateName.EMERGENCY, 1, List.of());
    world.decide(deletion, world.north(), world.swift());
    assertThat(world.fresh().propose(emergency(2, 15, true)).problem()).isEqualTo("wrong-roster");
    JsonNode head = world.get("/v1/head");
    assertThat(head.at("/sequence").asLong()).isGreaterThan(5);
  }
}
