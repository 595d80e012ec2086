package org.softpause.authz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.RequestProof;
import org.softpause.protocol.jose.Jws;

/** Decisions from proposal to final block, on a real database and a real node. */
class LifecycleTest {
  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.shared();

  @Test
  void aPauseIsSignedAnchoredMadeFinalAndLifted() {
    Pause pause = world.pause(0).build();
    Bytes32 id = world.signatories().certify(pause);
    world.await(id, "FINAL");
    var seen = world.decision(id);
    assertThat(seen.at("/anchor/finalised").asBoolean()).isTrue();
    assertThat(seen.at("/signers").toString()).isEqualTo("[1,2,3]");
    assertThat(seen.at("/history").findValuesAsString("state"))
        .containsExactly("PROPOSED", "SIGNING", "CERTIFIED", "ANCHORING", "ANCHORED", "FINAL");
    Bytes32 lift = world.signatories().certify(world.lift(0, id));
    world.await(lift, "FINAL");
    var head = world.service().open().get("/v1/head").json();
    assertThat(head.at("/head").asString())
        .isEqualTo(world.decision(lift).at("/anchor/head").asString());
  }

  @Test
  void aDrillMakesTheRegistryLive() {
    Bytes32 id = world.signatories().certify(world.pause(10).drill(true).build());
    world.await(id, "FINAL");
    assertThat(world.service().open().get("/v1/registry").json().at("/live").asBoolean()).isTrue();
  }

  @Test
  void enoughRejectionsEndADecision() {
    OpenDecision pause =
        OpenDecision.proposedBy(world.signatories(), world.pause(1).build()).rejectedBy(1, 2);
    assertThat(pause.state()).isEqualTo("PROPOSED");
    pause.rejectedBy(3);
    assertThat(pause.state()).isEqualTo("REJECTED");
    assertThat(world.signatories().approve(pause.id(), 4).problem()).isEqualTo("conflict");
  }

  @Test
  void aBadShareIsRefusedItsSenderNamedAndTheOthersSignWithoutIt() {
    OpenDecision pause =
        OpenDecision.proposedBy(world.signatories(), world.pause(2).build()).approvedBy(1, 2, 3, 4);
    Bytes32 first = pause.packageFor(2).packageHash();
    pause.sharesFrom(1).invalidShareFrom(2);
    assertThat(pause.culprits()).containsExactly(2);
    pause.sharesFrom(3);
    assertThat(pause.packageFor(4).packageHash()).isNotEqualTo(first);
    pause.sharesFrom(1, 3, 4);
    world.await(pause.id(), "FINAL");
    pause.assertCertifiedBy(1, 3, 4);
  }

  @Test
  void theSameProposalBallotAndShareAgainChangeNothing() {
    Pause pause = world.pause(3).build();
    assertThat(world.signatories().propose(pause).status()).isEqualTo(201);
    assertThat(world.signatories().propose(pause).status()).isEqualTo(200);
  }

  @Test
  void aProposalThatTheRegistryWouldRefuseIsRefusedAtOnce() {
    var answer = world.signatories().propose(world.pause(4).rampSeconds(4).build());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("ramp-out-of-range");
  }

  @Test
  void ballotsAreTheCommitteesUntilTheDecisionIsOver() {
    Pause pause = world.pause(7).build();
    var signatories = world.signatories();
    signatories.propose(pause);
    String path = "/v1/decisions/" + pause.id(signatories.domain()) + "/ballots";
    signatories.approve(pause.id(signatories.domain()), 1);
    var open = world.service().open();
    assertThat(open.get(path).problem()).isEqualTo("not-authorised");
    assertThat(open.get(path, "Authorization", "Softpause " + proof(path, now())).status())
        .isEqualTo(200);
    assertThat(open.get(path, "Authorization", "Softpause " + proof(path, now() - 61)).problem())
        .isEqualTo("request-stale");
    assertThat(open.get(path, "Authorization", "Softpause " + proof("/v1/log", now())).problem())
        .isEqualTo("request-not-this-one");
  }

  @Test
  void aDecisionThatAnotherHasOvertakenInItsSlotIsSuperseded() {
    Pause slow = world.pause(8).build();
    world.signatories().propose(slow);
    Bytes32 fast = world.signatories().certify(world.pause(8).ceilingBps(600).build());
    world.await(fast, "FINAL");
    world.await(slow.id(world.signatories().domain()), "SUPERSEDED");
  }

  private Jws proof(String path, long at) {
    return world
        .signatories()
        .member(2)
        .identity()
        .sign(new RequestProof("GET", path, at).toJson());
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }
}
