package org.softpause.authz.committee;

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
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.evidence.BadShare;
import org.softpause.protocol.jose.Jws;
import tools.jackson.databind.JsonNode;

/**
 * Committees that refresh their shares and hand them on while their registry goes on. The tests run
 * in order, each from the state that the last one left.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommitteeSeatingTest {
  private static MultiCommitteeRegistry world;
  private static Signatories north;

  @BeforeAll
  static void found() {
    world = MultiCommitteeRegistry.found(91);
    north = world.north();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  @Order(1)
  void aRefreshedCommitteeTakesItsSeatWithoutARotateAndVotesAnewOnWhatIsOpen() {
    Decision pause = world.pause(0).build();
    Bytes32 id = proposed(pause);
    approveByTwo(north, id);
    var package1 = north.signingPackage(id).orElseThrow();
    Jws early = north.shareDocument(id, package1, 1, north.share(id, package1, 1));

    Signatories refreshed = north.refresh("ada", "cleo");

    assertThat(seats("STANDING", 0)).contains(hex(north), hex(refreshed));
    assertThat(unannounced()).containsExactly(hex(world.fresh()));
    assertThat(north.send(id, early).problem()).isEqualTo("wrong-roster");
    assertThat(north.approve(id, 3).problem()).isEqualTo("wrong-roster");
    assertThat(refreshed.signingPackage(id)).isEmpty();
    refreshed.sign(id, 0);
    world.south().sign(id, 0);
    world.await(id, "FINAL");
    assertThat(groups(id)).contains(hex(north), hex(refreshed), hex(world.south()));
    assertThat(north.propose(world.pause(9).build()).problem()).isEqualTo("wrong-roster");
    north = refreshed;
  }

  @Test
  @Order(2)
  void aShareFromBeforeARefreshSpoilsNothingAndNamesWhoeverSentIt() {
    Bytes32 id = proposed(world.pause(1).build());
    approveByTwo(north, id);
    var offered = north.signingPackage(id).orElseThrow();
    var old = north.share(id, offered, world.north().member(2).key());

    assertThat(north.sendShare(id, offered, 2, old).problem()).isEqualTo("share-invalid");

    assertThat(world.get("/v1/decisions/" + id).at("/culprits").toString()).isEqualTo("[2]");
    north.approve(id, 3);
    north.sendShare(id, offered, 1);
    var second = north.signingPackage(id, 3).orElseThrow();
    north.sendShare(id, second, 1);
    north.sendShare(id, second, 3);
    world.south().sign(id, 0);
    world.await(id, "FINAL");
  }

  @Test
  @Order(3)
  void whatAGroupSignedAndWhoSpoiltItOutlastsARefresh() {
    Bytes32 id = proposed(world.pause(2).build());
    north.approve(id, 1);
    north.approve(id, 2);
    var offered = north.signingPackage(id).orElseThrow();
    var wrong = north.share(id, offered, world.north().member(2).key());
    Jws bad = north.shareDocument(id, offered, 2, wrong);
    assertThat(north.send(id, bad).problem()).isEqualTo("share-invalid");
    north.sendShare(id, offered, 1);
    north.approve(id, 3);
    var second = north.signingPackage(id, 3).orElseThrow();
    north.sendShare(id, second, 1);
    north.sendShare(id, second, 3);

    Signatories refreshed = north.refresh("ben", "cleo");

    world.south().sign(id, 0);
    world.await(id, "FINAL");
    JsonNode group = group(id, north);
    assertThat(group.at("/signed").asBoolean()).isTrue();
    assertThat(group.at("/culprits/0/share").asString()).isEqualTo(bad.compact());
    assertThat(new BadShare(offered, bad).check(north.fullRoster()).identifier())
        .isEqualTo(new Identifier(2));
    assertThat(groups(id)).containsExactlyInAnyOrder(hex(north), hex(world.south()));
    north = refreshed;
  }

  @Test
  @Order(4)
  void ofTwoRefreshesOfOneRosterTheFirstCounts() {
    Signatories first = north.refresh("ada", "ben");
    Signatories second = north.refresh("ben", "cleo");

    assertThat(seats("STANDING", 0)).contains(hex(first)).doesNotContain(hex(second));
    assertThat(unannounced()).contains(hex(second));
    Bytes32 id = proposed(first, world.pause(3).build());
    assertThat(second.approve(id, 1).problem()).isEqualTo("wrong-roster");
    first.sign(id, 0);
    world.south().sign(id, 0);
    world.await(id, "FINAL");
    north = first;
  }

  @Test
  @Order(5)
  void aBodyRefreshedBeforeItHoldsAnythingProvesItsKeyAndSitsWithItsNewShares() {
    Signatories refreshed = world.fresh().refresh("jo", "leo");
    Bytes32 id =
        world.certify(
            rotate(0, MandateName.EMERGENCY, 0, world.fresh()), north, world.south(), refreshed);
    world.await(id, "FINAL");

    assertThat(seats("EMERGENCY", 1)).containsExactly(hex(world.fresh()), hex(refreshed));
    Decision pause = world.pause(12).mandate(MandateName.EMERGENCY).epoch(1).build();
    assertThat(world.fresh().propose(pause).problem()).isEqualTo("wrong-roster");
    world.decide(pause, refreshed);
  }

  @Test
  @Order(6)
  void aResharedCommitteeIsShownUnannouncedAndSignsNothingBeforeItsRotateIsFinal() {
    Signatories reshared =
        north.reshare(3, List.of("ada", "ben"), List.of("ada", "ben", "mia", "ned"));

    assertThat(reshared.fullRoster().groupKey()).isEqualTo(north.fullRoster().groupKey());
    assertThat(unannounced()).contains(hex(reshared));
    assertThat(reshared.propose(world.pause(5).build()).problem()).isEqualTo("wrong-roster");
    Bytes32 id =
        world.certify(
            rotate(0, MandateName.STANDING, 0, reshared, world.south()), north, world.south());
    assertThat(reshared.approve(id, 1).problem()).isEqualTo("wrong-roster");
    world.await(id, "FINAL");
    assertThat(unannounced()).doesNotContain(hex(reshared));
    assertThat(seats("STANDING", 1)).containsExactlyInAnyOrder(hex(reshared), hex(world.south()));
    Decision pause = world.pause(5).epoch(1).build();
    assertThat(north.propose(pause).problem()).isEqualTo("wrong-roster");
    world.decide(pause, reshared, world.south());
  }

  private static Bytes32 proposed(Decision decision) {
    return proposed(north, decision);
  }

  private static Bytes32 proposed(Signatories by, Decision decision) {
    var answer = by.propose(decision);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return decision.id(by.domain());
  }

  private static void approveByTwo(Signatories body, Bytes32 id) {
    assertThat(body.approve(id, 1).status()).isEqualTo(201);
    assertThat(body.approve(id, 2).status()).isEqualTo(201);
  }

  private static Rotate rotate(
      long epoch, MandateName target, long targetEpoch, Signatories... bodies) {
    long now = world.now();
    return new Rotate(
        MandateName.STANDING,
        epoch,
        target,
        targetEpoch,
        MultiCommitteeRegistry.keys(bodies),
        now,
        now + 3_600,
        Signatories.reasonHash());
  }

  private static String hex(Signatories body) {
    return body.roster().toString();
  }

  private static List<String> seats(String mandate, int epoch) {
    return committees().stream()
        .filter(one -> one.path("mandate").asString("").equals(mandate))
        .filter(one -> one.path("epoch").asInt(-1) == epoch)
        .map(one -> one.at("/id").asString())
        .toList();
  }

  private static List<String> unannounced() {
    return committees().stream()
        .filter(one -> one.path("unannounced").asBoolean(false))
        .map(one -> one.at("/id").asString())
        .toList();
  }

  private static List<JsonNode> committees() {
    return world.get("/v1/committees").at("/committees").valueStream().toList();
  }

  private static List<String> groups(Bytes32 id) {
    return world
        .get("/v1/decisions/" + id + "/signing")
        .at("/groups")
        .valueStream()
        .map(one -> one.at("/roster").asString())
        .toList();
  }

  private static JsonNode group(Bytes32 id, Signatories body) {
    return world
        .get("/v1/decisions/" + id + "/signing")
        .at("/groups")
        .valueStream()
        .filter(one -> one.at("/roster").asString().equals(hex(body)))
        .findFirst()
        .orElseThrow();
  }
}
