package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.security.SecureRandom;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SealedShare;

/**
 * Alice signs two messages of round two, and the board shows the one with a bad share for bob to
 * bob alone.
 */
class SplitViewTest {
  private static final long SEED = 20261128;
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);

  private final SecureRandom random = TestRandom.seeded(SEED);
  private final TestCeremony committee = TestCeremony.threeOfFive(SEED);
  private final CeremonyPlan plan = committee.plan();
  private final TestMember alice = committee.member(1);
  private final TestMember bob = committee.member(2);
  private Jws bad;
  private Ceremony shownToBob;
  private Ceremony shownToOthers;

  @BeforeEach
  void theBoardShowsBobAnotherMessageThanTheOthers() {
    Ceremony before = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    RoundOneOutcome settled = before.state().keys().orElseThrow();
    RoundTwoMessage dealt =
        new ParticipantSecrets(plan, ALICE, alice.seed()).roundTwo(settled, random);
    byte[] one = new byte[SealedShare.SHARE_LENGTH];
    one[31] = 1;
    SealedShare wrong = SealedShare.seal(one, settled.sealingKey(ALICE, BOB), random);
    SortedMap<Identifier, SealedShare> shares = new TreeMap<>(dealt.shares());
    shares.put(BOB, wrong);
    bad = sign(new RoundTwoMessage(plan.id(), ALICE, dealt.roundOne(), shares));
    shownToBob = before.accept(bad);
    shownToOthers = before.accept(sign(dealt));
    for (TestMember member : committee.members().subList(1, 5)) {
      Jws honest = member.act(before).orElseThrow();
      shownToBob = shownToBob.accept(honest);
      shownToOthers = shownToOthers.accept(honest);
    }
  }

  @Test
  void anHonestComplaintIsASplitViewToThoseWhoSeeAnotherTranscriptAndNamesNobody() {
    Jws complaint = bobsComplaint();

    assertRefused(Rule.SPLIT_VIEW, () -> shownToOthers.accept(complaint));
    assertThat(shownToOthers.culprits()).isEmpty();
    assertThat(shownToOthers.equivocation(complaint)).isEmpty();
  }

  @Test
  void thoseWhoSeeTheTranscriptOfTheComplaintNameTheDealer() {
    assertThat(shownToBob.accept(bobsComplaint()).culprits()).containsExactly(ALICE);
  }

  @Test
  void theDealersTwoSignedMessagesNameTheDealer() {
    assertThat(shownToOthers.equivocation(bad))
        .map(evidence -> evidence.culprit().identifier())
        .contains(ALICE);
  }

  @Test
  void aComplaintMadeInOneViewIsNotSentAgainInAnother() {
    bobsComplaint();

    assertRefused(Rule.SPLIT_VIEW, () -> bob.act(shownToOthers));
  }

  private Jws bobsComplaint() {
    Jws complaint = bob.act(shownToBob).orElseThrow();
    assertThat(complaint.unverified().type()).isEqualTo(Complaint.TYPE);
    return complaint;
  }

  private Jws sign(RoundTwoMessage message) {
    return alice.identity().sign(message.toJson());
  }
}
