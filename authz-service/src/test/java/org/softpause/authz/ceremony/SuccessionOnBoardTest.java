package org.softpause.authz.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.RunningService;
import org.softpause.authz.Signatories;
import org.softpause.db.PostgresFixture;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.CeremonyConfirmation;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.jose.Jws;
import tools.jackson.databind.JsonNode;

/** A committee hands its key on over the board while the service is stopped and started. */
class SuccessionOnBoardTest {
  private static final long SEED = 61;
  private static final String[] SETTINGS = {"softpause.token.key-file=target/test-token-key.json"};
  private static final PostgresFixture.Database DATABASE = PostgresFixture.shared().newDatabase();

  private static RunningService service;
  private static TestCeremony founders;
  private static Ceremony founded;

  @BeforeAll
  static void aCommittee() {
    service = RunningService.start(DATABASE, SETTINGS);
    Signatories enrolled = new Signatories(SEED, service);
    Bytes32 id = enrolled.foundCommittee();
    founders = enrolled.committee();
    founded = ceremony(id);
  }

  @AfterAll
  static void close() {
    service.close();
  }

  @Test
  void aResharingGoesOnWhereItWasWhenTheServiceStopped() {
    TestCeremony resharing =
        founders.succeed(
            founded,
            CeremonyPurpose.RESHARE,
            2,
            List.of("alice", "bob", "erin"),
            List.of("bob", "alice", "frank"));
    open(resharing);
    runUntil(resharing, CeremonyPhase.ROUND_TWO);

    restart();
    runUntil(resharing, CeremonyPhase.COMPLETE);

    Ceremony complete = ceremony(resharing.plan().id());
    assertThat(complete.roster().orElseThrow().groupKey())
        .isEqualTo(founded.roster().orElseThrow().groupKey());
    var view = service.open().get("/v1/ceremonies/" + complete.id()).json();
    assertThat(view.at("/plan/purpose").asString()).isEqualTo("reshare");
    assertThat(view.at("/waitingFor").isEmpty()).isTrue();
    assertThat(view.at("/culprits").isEmpty()).isTrue();
  }

  @Test
  void aDealerWhoLiesIsShownAndWhatItSaidIsKept() {
    TestCeremony refresh = founders.refresh(founded, "alice", "bob", "carol");
    open(refresh);
    runUntil(refresh, CeremonyPhase.ROUND_ONE);
    Ceremony now = ceremony(refresh.plan().id());
    RoundOneMessage bobs = read(refresh.member(2).act(now).orElseThrow());
    TestMember carol = refresh.member(3);
    RoundOneMessage carols = read(carol.act(now).orElseThrow());
    RoundOneMessage lie =
        new RoundOneMessage(now.id(), new Identifier(3), bobs.published(), carols.encryptionKeys());
    assertThat(post(now.id(), carol.identity().sign(lie.toJson())).status()).isEqualTo(201);
    refresh.members().stream()
        .filter(member -> member != carol)
        .forEach(member -> member.act(now).ifPresent(jws -> post(now.id(), jws)));

    restart();

    var view = service.open().get("/v1/ceremonies/" + now.id()).json();
    assertThat(view.at("/phase").asString()).isEqualTo("ABORTED");
    assertThat(view.at("/culprits").toString()).isEqualTo("[3]");
    assertThat(view.at("/abortReason").asString()).contains("old share");
    assertThat(view.at("/messageCount").asInt()).isEqualTo(10);
  }

  @Test
  void aLeaverWhoContradictsItselfIsNamedAndBothWordsAreShown() {
    TestCeremony resharing =
        founders.succeed(
            founded,
            CeremonyPurpose.RESHARE,
            2,
            List.of("alice", "bob", "dave"),
            List.of("alice", "bob", "grace"));
    open(resharing);
    runUntil(resharing, CeremonyPhase.CONFIRMATION);
    Bytes32 id = resharing.plan().id();
    TestMember dave = resharing.member(4);
    post(id, dave.act(ceremony(id)).orElseThrow());
    Jws other =
        dave.identity()
            .sign(new CeremonyConfirmation(id, new Identifier(4), Bytes32.ZERO).toJson());

    assertThat(post(id, other).problem()).isEqualTo("equivocation");

    var view = service.open().get("/v1/ceremonies/" + id).json();
    assertThat(view.at("/culprits").toString()).isEqualTo("[4]");
    assertThat(contradictions(id).toString()).isEqualTo("[\"" + other.compact() + "\"]");
    assertThat(view.at("/waitingFor").toString()).isEqualTo("[1,2,3]");
  }

  @Test
  void messagesAreReadFromWhereOneIs() {
    String path = "/v1/ceremonies/" + founded.id() + "/messages";
    List<String> all = founded.messages().stream().map(Jws::compact).toList();

    JsonNode fromThree = service.open().get(path + "?after=3").json();
    assertThat(fromThree.at("/count").asInt()).isEqualTo(all.size());
    assertThat(fromThree.at("/messages").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(all.subList(3, all.size()));
    assertThat(service.open().get(path + "?after=" + all.size()).json().at("/messages")).isEmpty();
    assertThat(service.open().get(path + "?after=-1").problem()).isEqualTo("out-of-range");
    assertThat(service.open().get("/v1/ceremonies/" + Bytes32.ZERO + "/messages").status())
        .isEqualTo(404);
  }

  @Test
  void aStrangerOpensNoSuccession() {
    TestCeremony strangers = TestCeremony.of(SEED + 1, 2, "mallory", "trudy");
    TestCeremony theirs = strangers.refresh(strangers.complete(), "mallory", "trudy");
    assertThat(postPlan(theirs).problem()).isEqualTo("not-a-member");
  }

  private static void restart() {
    service.close();
    service = RunningService.start(DATABASE, SETTINGS);
  }

  private static void open(TestCeremony ceremony) {
    HttpCaller.Answer answer = postPlan(ceremony);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private static HttpCaller.Answer postPlan(TestCeremony ceremony) {
    Jws plan = ceremony.member(1).propose(ceremony.plan());
    return service.open().post("/v1/ceremonies", "{\"plan\":\"" + plan.compact() + "\"}");
  }

  private static void runUntil(TestCeremony of, CeremonyPhase phase) {
    Bytes32 id = of.plan().id();
    Ceremony seen = ceremony(id);
    while (seen.phase() != phase) {
      for (TestMember member : of.members()) {
        Optional<Jws> message = seen.phase() == phase ? Optional.empty() : member.act(seen);
        message.ifPresent(jws -> assertThat(post(id, jws).status()).isEqualTo(201));
        seen = ceremony(id);
      }
    }
  }

  private static HttpCaller.Answer post(Bytes32 id, Jws message) {
    return service
        .open()
        .post("/v1/ceremonies/" + id + "/messages", "{\"message\":\"" + message.compact() + "\"}");
  }

  private static JsonNode contradictions(Bytes32 id) {
    return service.open().get("/v1/ceremonies/" + id + "/contradictions").json().at("/messages");
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

  private static RoundOneMessage read(Jws message) {
    return message.unverified().read(RoundOneMessage.TYPE, RoundOneMessage::read);
  }
}
