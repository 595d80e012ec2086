package org.softpause.protocol.ceremony.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RepairConsent;
import org.softpause.protocol.ceremony.document.RepairParts;
import org.softpause.protocol.ceremony.document.RepairRequest;
import org.softpause.protocol.ceremony.document.RepairSum;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRepair;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SealedShare;

/** The protocol's section "Repair", over a board in memory. */
class RepairCeremonyTest {
  private final TestRepair world = new TestRepair(71);

  @Test
  void theSameShareComesBackAndTheRosterStays() {
    Ceremony done = world.runUntil(world.ask(1, 3, 5), CeremonyPhase.REPAIRED);
    assertThat(world.rebuilt()).contains(world.member(4).key());
    assertThat(done.culprits()).isEmpty();
    assertThat(world.next(done, 1)).isEqualTo(new RepairStep.Done());
    assertThat(Ceremony.replay(done.messages()).phase()).isEqualTo(CeremonyPhase.REPAIRED);
  }

  @Test
  void seedAndTranscriptGiveTheShareAgain() {
    Ceremony done = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIRED);
    LostMember dave = (LostMember) world.participant(done, 4);
    assertThat(dave.rebuild(done.repair().orElseThrow())).isEqualTo(world.member(4).key());
  }

  @Test
  void aStepTakenAgainAfterAStopSendsTheSameBytes() {
    Ceremony now = world.ask(1, 2, 3);
    while (now.phase() != CeremonyPhase.REPAIRED) {
      for (int member : List.of(1, 2, 3, 4)) {
        var first = world.message(now, member);
        assertThat(world.message(now, member)).isEqualTo(first);
        now = first.map(now::accept).orElse(now);
      }
    }
    assertThat(world.rebuilt()).contains(world.member(4).key());
  }

  @Test
  void aSilentHelperIsReplacedByANewRequestToOthers() {
    Ceremony stuck = world.ask(1, 2, 3);
    stuck = world.post(world.post(stuck, 1), 2);
    assertThat(stuck.waitingFor()).containsExactly(new Identifier(3));
    Ceremony other = world.runUntil(world.ask(1, 2, 5), CeremonyPhase.REPAIRED);
    assertThat(world.rebuilt()).contains(world.member(4).key());
    assertThat(other.id()).isNotEqualTo(stuck.id());
  }

  @Test
  void aHelperSplitsDifferentlyInEveryRepair() {
    Ceremony first = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIR_PARTS);
    Ceremony second = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIR_PARTS);
    assertThat(split(first, 1).split()).isNotEqualTo(split(second, 1).split());
    HelpingMember sameSeed =
        HelpingMember.of(
            (RepairRequest) second.opening(),
            world.member(1).identity(),
            world.seed(first, 1),
            world.member(1).key(),
            new SeededRandom(1));
    RepairStep step =
        sameSeed.next(RepairTranscript.of((RepairRequest) second.opening()), List.of(), List.of());
    Jws message = ((RepairStep.Send) step).message();
    RepairConsent consent = (RepairConsent) CeremonyDocument.read(message.unverified());
    assertThat(consent.split()).isNotEqualTo(split(first, 1).split());
  }

  @Test
  void aBadPartNamesItsAuthorByTheSignedDocuments() {
    Ceremony now = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIR_PARTS);
    now = world.post(world.post(now, 1), 3);
    now = now.accept(world.signedBy(2, partsWithBadOneFor(now, 2, 3)));
    now = world.post(now, 1);
    assertThat(now.phase()).isEqualTo(CeremonyPhase.REPAIR_SUMS);
    now = world.post(now, 3);
    assertThat(now.phase()).isEqualTo(CeremonyPhase.ABORTED);
    assertThat(now.culprits()).containsExactly(new Identifier(2));
    assertThat(now.abortReason()).contains("bad part to member 3");
    assertThat(Ceremony.replay(now.messages()).culprits()).containsExactly(new Identifier(2));
  }

  @Test
  void aBadSumNamesItsAuthorAndNoShareIsKept() {
    Ceremony now = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIR_SUMS);
    now = world.post(world.post(now, 1), 2);
    EncryptionKey daves =
        Objects.requireNonNull(
            ((RepairRequest) now.opening()).encryptionKeys().get(new Identifier(3)));
    RepairSum bad =
        new RepairSum(
            now.id(), new Identifier(3), now.repair().orElseThrow().partsHash(), garbage(daves));
    now = world.post(now.accept(world.signedBy(3, bad)), 4);
    assertThat(now.culprits()).containsExactly(new Identifier(3));
    assertThat(now.abortReason()).contains("bad sum to member 4");
    assertThat(world.rebuilt()).isEmpty();
  }

  @Test
  void aFalseComplaintNamesTheComplainer() {
    Ceremony now = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIR_SUMS);
    now = now.accept(world.signedBy(1, complaint(now, 1, 2)));
    assertThat(now.culprits()).containsExactly(new Identifier(1));
    assertThat(now.abortReason()).contains("false complaint against member 2");
  }

  @Test
  void aComplaintAboutOtherMessagesNamesNobody() {
    Ceremony now = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIR_SUMS);
    Complaint real = complaint(now, 1, 2);
    Complaint elsewhere =
        new Complaint(
            real.ceremony(), real.identifier(), real.against(), now.id(), real.decryptionKey());
    assertRefused(Rule.SPLIT_VIEW, () -> now.accept(world.signedBy(1, elsewhere)));
    Complaint otherKey =
        new Complaint(
            real.ceremony(),
            real.identifier(),
            new Identifier(3),
            real.transcript(),
            real.decryptionKey());
    assertRefused(Rule.COMPLAINT_KEY_MISMATCH, () -> now.accept(world.signedBy(1, otherKey)));
    assertRefused(
        Rule.WRONG_PHASE,
        () -> now.accept(world.signedBy(4, complaintOf(now, TestRepair.DAVE, real))));
    assertThat(now.culprits()).isEmpty();
  }

  @Test
  void aMessageOfAnotherRepairIsRefusedAndNamesNobody() {
    Ceremony before = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIR_REBUILD);
    Ceremony now = world.ask(1, 2, 3);
    for (Jws replayed : before.messages()) {
      assertRefused(Rule.WRONG_CEREMONY, () -> now.accept(replayed));
    }
    assertThat(now.culprits()).isEmpty();
  }

  @Test
  void oneWhoSignsTwoConsentsIsNamedByBoth() {
    Ceremony asked = world.ask(1, 2, 3);
    Ceremony now = world.post(asked, 1);
    RepairConsent own = split(now, 1);
    RepairConsent second =
        new RepairConsent(now.id(), own.identifier(), own.split(), swapped(own.encryptionKeys()));
    Jws contradiction = world.signedBy(1, second);
    assertRefused(Rule.EQUIVOCATION, () -> now.accept(contradiction));
    assertThat(now.equivocation(contradiction).orElseThrow().culprit().name()).isEqualTo("alice");
  }

  @Test
  void aConsentMustFitTheHelpersShareAndNameEachOtherHelper() {
    Ceremony asked = world.ask(1, 2, 3);
    RepairConsent alices = split(world.post(asked, 1), 1);
    RepairConsent bobs = split(world.post(asked, 2), 2);
    RepairConsent stolen =
        new RepairConsent(asked.id(), new Identifier(2), alices.split(), bobs.encryptionKeys());
    assertRefused(Rule.KEY_GENERATION_INVALID, () -> asked.accept(world.signedBy(2, stolen)));
    RepairConsent wrongKeys =
        new RepairConsent(asked.id(), new Identifier(2), bobs.split(), alices.encryptionKeys());
    assertRefused(Rule.WRONG_RECEIVERS, () -> asked.accept(world.signedBy(2, wrongKeys)));
    assertRefused(Rule.WRONG_IDENTIFIER, () -> asked.accept(world.signedBy(1, bobs)));
    assertRefused(Rule.NOT_A_MEMBER, () -> asked.accept(world.signedBy(5, bobs)));
  }

  @Test
  void partsUnderOtherConsentsAreRefused() {
    Ceremony now = world.runUntil(world.ask(1, 2, 3), CeremonyPhase.REPAIR_PARTS);
    RepairParts real = partsWithBadOneFor(now, 2, 3);
    RepairParts other = new RepairParts(now.id(), new Identifier(2), now.id(), real.parts());
    assertRefused(Rule.SPLIT_VIEW, () -> now.accept(world.signedBy(2, other)));
    var fewer = new TreeMap<>(real.parts());
    fewer.remove(new Identifier(1));
    RepairParts short1 = new RepairParts(now.id(), new Identifier(2), real.consents(), fewer);
    assertRefused(Rule.WRONG_RECEIVERS, () -> now.accept(world.signedBy(2, short1)));
  }

  @Test
  void aRequestNamesExactlyTOtherMembersForAtMostSevenDays() {
    RepairRequest real = (RepairRequest) world.ask(1, 2, 3).opening();
    assertRefused(Rule.PLAN_INVALID, () -> world.ask(1, 2));
    assertRefused(Rule.PLAN_INVALID, () -> world.ask(1, 2, 3, 5));
    assertRefused(Rule.PLAN_INVALID, () -> world.ask(1, 2, 4));
    assertRefused(Rule.PLAN_INVALID, () -> world.ask(2, 1, 3));
    assertRefused(Rule.NOT_A_MEMBER, () -> world.ask(1, 2, 6));
    assertThat(lasting(real, RepairRequest.MAX_SPAN).expiresAt()).isEqualTo(1_000 + 604_800);
    assertRefused(Rule.PLAN_INVALID, () -> lasting(real, RepairRequest.MAX_SPAN + 1));
    assertRefused(Rule.PLAN_INVALID, () -> lasting(real, 0));
    assertRefused(Rule.WRONG_IDENTIFIER, () -> Ceremony.propose(world.signedBy(1, real)));
  }

  @Test
  void aMessageWithOurKeyThatWasNotMadeHereStopsUs() {
    Ceremony asked = world.ask(1, 2, 3);
    Ceremony now = world.post(asked, 1);
    RepairParticipant other = world.participant(now, 1);
    assertRefused(
        Rule.OWN_MESSAGE_UNKNOWN,
        () -> other.next(now.repair().orElseThrow(), now.messages(), List.of()));
  }

  private static RepairRequest lasting(RepairRequest real, long span) {
    return new RepairRequest(
        real.roster(),
        real.identifier(),
        real.helpers(),
        real.encryptionKeys(),
        real.nonce(),
        real.createdAt(),
        real.createdAt() + span);
  }

  private static RepairConsent split(Ceremony seen, int helper) {
    return Objects.requireNonNull(
        seen.repair().orElseThrow().consents().get(new Identifier(helper)));
  }

  private static Map.Entry<Identifier, EncryptionKey> first(
      SortedMap<Identifier, EncryptionKey> keys) {
    return keys.entrySet().iterator().next();
  }

  private static SortedMap<Identifier, EncryptionKey> swapped(
      SortedMap<Identifier, EncryptionKey> keys) {
    var same = new TreeMap<>(keys);
    same.replaceAll((sender, key) -> first(keys).getValue());
    return same;
  }

  /** This helper's complaint about another's part, with a key of its seed. */
  private Complaint complaint(Ceremony now, int complainer, int against) {
    return new Complaint(
        now.id(),
        new Identifier(complainer),
        new Identifier(against),
        now.repair().orElseThrow().partsHash(),
        new RepairKeys(world.seed(now, complainer), now.id()).of(new Identifier(against)));
  }

  private static Complaint complaintOf(Ceremony now, Identifier who, Complaint like) {
    return new Complaint(now.id(), who, like.against(), like.transcript(), like.decryptionKey());
  }

  private RepairParts partsWithBadOneFor(Ceremony now, int helper, int receiver) {
    RepairStep.Send honest = (RepairStep.Send) world.next(now, helper);
    RepairParts parts = (RepairParts) CeremonyDocument.read(honest.message().unverified());
    var sealed = new TreeMap<>(parts.parts());
    EncryptionKey key =
        Objects.requireNonNull(split(now, receiver).encryptionKeys().get(new Identifier(helper)));
    sealed.put(new Identifier(receiver), garbage(key));
    return new RepairParts(now.id(), parts.identifier(), parts.consents(), sealed);
  }

  private static SealedShare garbage(EncryptionKey receiver) {
    return SealedShare.seal(one(), receiver, new SeededRandom(3));
  }

  /** The scalar 1. */
  private static byte[] one() {
    byte[] bytes = new byte[SealedShare.SHARE_LENGTH];
    bytes[bytes.length - 1] = 1;
    return bytes;
  }
}
