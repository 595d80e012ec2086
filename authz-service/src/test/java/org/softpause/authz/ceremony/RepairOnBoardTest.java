package org.softpause.authz.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.RunningService;
import org.softpause.authz.Signatories;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestRepair;
import org.softpause.protocol.jose.Jws;
import tools.jackson.databind.JsonNode;

/** Dave gets its lost share again over the board of the service. */
class RepairOnBoardTest {
  private static final long SEED = 91;
  private static final int UNFINISHED = 3;

  private static RunningService service;
  private static Signatories enrolled;
  private static Roster roster;

  @BeforeAll
  static void aCommittee() {
    service =
        RunningService.start(
            PostgresFixture.shared().newDatabase(),
            "softpause.token.key-file=target/test-token-key.json",
            "softpause.ceremonies.unfinished-per-member=" + UNFINISHED);
    enrolled = new Signatories(SEED, service);
    Bytes32 id = enrolled.foundCommittee();
    roster = ceremony(id).roster().orElseThrow();
  }

  @AfterAll
  static void close() {
    service.close();
  }

  @Test
  void aRepairIsCarriedToItsEndStandsAmongTheCommitmentsAndCountsAsFinished() {
    TestRepair repair = repairAt(now());
    Ceremony asked = repair.ask(1, 2, 3);
    assertThat(open(asked).status()).isEqualTo(201);
    assertThat(open(asked).status()).isEqualTo(200);
    Ceremony done = repair.runUntil(asked, CeremonyPhase.REPAIRED);
    for (Jws message : done.messages().subList(1, done.messages().size())) {
      assertThat(post(done.id(), message).status()).isEqualTo(201);
      assertThat(post(done.id(), message).status()).isEqualTo(200);
    }
    JsonNode view = service.open().get("/v1/ceremonies/" + done.id()).json();
    assertThat(view.at("/phase").asString()).isEqualTo("REPAIRED");
    assertThat(view.at("/plan/type").asString()).isEqualTo("softpause-repair-request-v1");
    assertThat(view.at("/roster").isMissingNode()).isTrue();
    assertThat(repair.rebuilt()).contains(enrolled.member(4).key());
    JsonNode daves =
        service
            .open()
            .get("/v1/committees/" + roster.hash() + "/commitments")
            .json()
            .at("/commitments")
            .valueStream()
            .filter(line -> line.at("/identifier").asInt() == 4)
            .findFirst()
            .orElseThrow();
    assertThat(daves.at("/number").asLong()).isEqualTo(1_000);
    assertThat(daves.at("/document").asString()).isEqualTo(done.messages().getLast().compact());
    for (int i = 0; i < UNFINISHED; i++) {
      assertThat(open(repair.ask(1, 2, 3)).status()).isEqualTo(201);
    }
    assertThat(open(repair.ask(1, 2, 3)).problem()).isEqualTo("too-many-ceremonies");
  }

  @Test
  void aRepairThatIsOverIsNotOpened() {
    assertThat(open(repairAt(now() - 86_401).ask(1, 2, 3)).problem()).isEqualTo("repair-expired");
  }

  @Test
  void theRepairOfARosterThatNobodyMadeHereIsNotOpened() {
    TestCeremony elsewhere = TestCeremony.threeOfFive(SEED);
    Roster other = TestCeremony.roster(elsewhere.complete());
    Roster forged =
        new Roster(
            other.ceremony(),
            Bytes32.ZERO,
            other.body(),
            other.civil(),
            other.minSigners(),
            other.groupKey(),
            other.members());
    Ceremony asked = new TestRepair(enrolled.committee(), forged, 5, now()).ask(1, 2, 3);
    assertThat(open(asked).problem()).isEqualTo("wrong-roster");
  }

  private static TestRepair repairAt(long time) {
    return new TestRepair(enrolled.committee(), roster, SEED + time, time);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static HttpCaller.Answer open(Ceremony asked) {
    String request = asked.messages().getFirst().compact();
    return service.open().post("/v1/ceremonies", "{\"plan\":\"" + request + "\"}");
  }

  private static HttpCaller.Answer post(Bytes32 id, Jws message) {
    return service
        .open()
        .post("/v1/ceremonies/" + id + "/messages", "{\"message\":\"" + message.compact() + "\"}");
  }

  private static Ceremony ceremony(Bytes32 id) {
    return Ceremony.replay(
        service
            .open()
            .get("/v1/ceremonies/" + id + "/messages")
            .json()
            .at("/messages")
            .valueStream()
            .map(node -> Jws.parse(node.asString()))
            .toList());
  }
}
