package org.softpause.authz.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.RunningService;
import org.softpause.authz.Signatories;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyParticipant;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.CeremonyStep;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.Jws;

class BulletinBoardTest {
  private static final long SEED = 44;
  private static final RunningService SERVICE = RunningService.shared();
  private static final Signatories ENROLLED = new Signatories(SEED, SERVICE);

  private final HttpCaller open = SERVICE.open();
  private int lies;
  private final TestCeremony committee = ENROLLED.committee();

  @Test
  void onlyAnEnrolledMemberOpensACeremony() {
    TestCeremony strangers = TestCeremony.threeOfFive(45);
    Jws plan = strangers.member(1).propose(strangers.plan());
    assertThat(open.post("/v1/ceremonies", "{\"plan\":\"" + plan.compact() + "\"}").problem())
        .isEqualTo("not-a-member");
  }

  @Test
  void aContradictionIsRefusedAndItsSenderNamed() {
    Jws plan = committee.member(1).propose(committee.plan());
    open.post("/v1/ceremonies", "{\"plan\":\"" + plan.compact() + "\"}");
    String path = "/v1/ceremonies/" + committee.plan().id();
    Ceremony ceremony = committee.runUntil(Ceremony.propose(plan), CeremonyPhase.ROUND_ONE);
    ceremony.messages().forEach(message -> post(path, message));
    Jws second = anotherRoundOne(committee.member(2), ceremony);
    Jws third = anotherRoundOne(committee.member(2), ceremony);
    Jws first = committee.member(2).act(ceremony).orElseThrow();
    assertThat(post(path, first).status()).isEqualTo(201);
    assertThat(post(path, first).status()).isEqualTo(200);
    assertThat(post(path, second).status()).isEqualTo(409);
    assertThat(post(path, second).problem()).isEqualTo("equivocation");
    assertThat(open.get(path).json().at("/culprits").toString()).isEqualTo("[2]");

    assertThat(third.compact()).isNotEqualTo(second.compact());
    assertThat(post(path, third).problem()).isEqualTo("equivocation");
    assertThat(open.get(path + "/contradictions").json().at("/messages").toString())
        .isEqualTo("[\"" + second.compact() + "\"]");
  }

  private Jws anotherRoundOne(TestMember cheat, Ceremony ceremony) {
    SecureRandom random = TestRandom.seeded(SEED + ++lies);
    var self =
        CeremonyParticipant.of(ceremony.plan(), cheat.identity(), Seed.generate(random), random);
    if (self.next(ceremony, cheat.sent()) instanceof CeremonyStep.Send send) {
      return send.message();
    }
    throw new IllegalStateException("nothing to send");
  }

  private HttpCaller.Answer post(String path, Jws message) {
    return open.post(path + "/messages", "{\"message\":\"" + message.compact() + "\"}");
  }
}
