package org.softpause.authz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.softpause.frost.SignatureShare;
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
    Pause pause = world.pause(1).build();
    var signatories = world.signatories();
    Bytes32 id = pause.id(signatories.domain());
    signatories.propose(pause);
    for (int identifier = 1; identifier <= 2; identifier++) {
      assertThat(signatories.reject(id, identifier, "too broad").status()).isEqualTo(201);
    }
    assertThat(world.decision(id).at("/state").asString()).isEqualTo("PROPOSED");
    signatories.reject(id, 3, "too long");
    assertThat(world.decision(id).at("/state").asString()).isEqualTo("REJECTED");
    assertThat(signatories.approve(id, 4).problem()).isEqualTo("conflict");
  }

  @Test
  void aBadShareIsRefusedItsSenderNamedAndTheOthersSignWithoutIt() {
    Pause pause = world.pause(2).build();
    var signatories = world.signatories();
    Bytes32 id = pause.id(signatories.domain());
    signatories.propose(pause);
    for (int identifier = 1; identifier <= 4; identifier++) {
      signatories.approve(id, identifier);
    }
    var first = signatories.signingPackage(id).orElseThrow();
    signatories.sendShare(id, first, 1);
    byte[] one = new byte[32];
    one[31] = 1;
    assertThat(signatories.sendShare(id, first, 2, SignatureShare.decode(one)).problem())
        .isEqualTo("share-invalid");
    assertThat(world.decision(id).at("/culprits").toString()).isEqualTo("[2]");
    signatories.sendShare(id, first, 3);
    var second = signatories.signingPackage(id, 4).orElseThrow();
    assertThat(second.packageHash()).isNotEqualTo(first.packageHash());
    for (int identifier : new int[] {1, 3, 4}) {
      assertThat(signatories.sendShare(id, second, identifier).status()).isEqualTo(201);
    }
    world.await(id, "FINAL");
    assertThat(world.decision(id).at("/signers").toString()).isEqualTo("[1,3,4]");
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
